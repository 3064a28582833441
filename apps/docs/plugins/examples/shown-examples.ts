import { createHash } from "node:crypto";
import type { Samples } from "./example-files.ts";

/** An example on a page: its sources, and its name if it comes from files. */
export interface ShownExample {
  readonly name?: string | undefined;
  readonly samples: Samples;
}

const shown = new Map<string, ShownExample>();

/** Remembers an example of a page for later build steps. Returns the key under which the page refers to it. */
export function noteExample(example: ShownExample): string {
  const key = createHash("sha256").update(JSON.stringify(example)).digest("hex").slice(0, 10);
  shown.set(key, example);
  return key;
}

/** @throws Error if no page of this build has the key */
export function shownExample(key: string): ShownExample {
  const example = shown.get(key);
  if (example === undefined) throw new Error(`No example was noted under ${key}.`);
  return example;
}
