import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readContract } from "../src/contract/contract-file.ts";

const require = createRequire(import.meta.url);
const own = JSON.parse(readFileSync(require.resolve("@sinkove/openapi/openapi.json"), "utf8"));

describe("a contract file", () => {
  async function contractFile(text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "sinkove-contract-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "openapi.json");
    await writeFile(file, text);
    return file;
  }

  test("may begin with a byte order mark, and have tabs and CRLF", async () => {
    const text = JSON.stringify(own, null, "\t").replaceAll("\n", "\r\n");
    expect(await readContract(await contractFile(`\uFEFF${text}`))).toEqual(own);
  });

  test("with a wrong syntax is refused with the place", async () => {
    const file = await contractFile('{\n  "openapi": "3.1.0",\n}');
    await expect(readContract(file)).rejects.toThrow("(line 3 column 1)");
  });

  test.each([
    [3.1, "its openapi field is 3.1."],
    ["3.2.0", 'its openapi field is "3.2.0".'],
    ["2", 'its openapi field is "2".'],
  ])("of version %j is refused", async (openapi, message) => {
    const file = await contractFile(JSON.stringify({ ...own, openapi }));
    await expect(readContract(file)).rejects.toThrow(message);
  });
});
