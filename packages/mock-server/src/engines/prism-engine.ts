import type { Engine } from "./engine.ts";

export async function createPrismEngine(_document: object): Promise<Engine> {
  throw new Error("to come");
}
