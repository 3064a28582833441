import { readdirSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { loadBehaviours } from "../src/load-behaviour.ts";
import { playBehaviour, type Verdict } from "../src/play-behaviour.ts";

const folder = new URL("../behaviours/", import.meta.url);
const files = readdirSync(folder).filter(
  (name) => name.endsWith(".json") && name !== "schema.json",
);
const rows: string[] = [];

describe.each(files)("%s", (file) => {
  // The title is inserted here, because Vitest would treat a % in it as a format.
  for (const behaviour of loadBehaviours(new URL(file, folder))) {
    test(behaviour.title, async () => {
      const verdict = await playBehaviour(behaviour);
      rows.push(rowOf(behaviour.title, verdict));
      expect(verdict.faults).toEqual([]);
    });
  }
});

afterAll(() => {
  console.log(["| behaviour | requests | ends with | after | |", ...rows].join("\n"));
});

function rowOf(title: string, { requests, outcomes, took, faults }: Verdict): string {
  const end = outcomes[0]?.error?.code ?? "a result";
  const verdict = faults.length === 0 ? "yes" : "NO";
  return `| ${title} | ${requests.length} | ${end} | ${took} ms | ${verdict} |`;
}
