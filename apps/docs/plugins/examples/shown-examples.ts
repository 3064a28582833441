import { createHash } from "node:crypto";
import type { Samples } from "./example-files.ts";

/** An example on a page: its sources, and its name where it is one of the files. */
export interface ShownExample {
  readonly name?: string | undefined;
  readonly samples: Samples;
}

const shown = new Map<string, ShownExample>();

/** Notes an example that a page shows, for what is made of the pages later. Returns a key for the page to carry. */
export function noteExample(example: ShownExample): string {
  const key = createHash("sha256").update(JSON.stringify(example)).digest("hex").slice(0, 10);
  shown.set(key, example);
  return key;
}

/** @throws for a key that no page carries in this build. */
export function shownExample(key: string): ShownExample {
  const example = shown.get(key);
  if (example === undefined) throw new Error(`No example was noted under ${key}.`);
  return example;
}
