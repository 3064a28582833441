import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract, folder } from "./contract.ts";
import { type Edit, edited } from "./edit.ts";

let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "sinkove-diff-"));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe("contract:diff", { timeout: 60_000 }, () => {
  test("exits with 0 where nothing breaks", () => {
    const { status, stdout } = diff(bundle({ "/info/version": "0.9.0" }));
    expect(stdout).toBe(
      "docs        document  #/info  the description of the API changed\n0 breaking, 0 compatible, 1 docs.\n",
    );
    expect(status).toBe(0);
  });

  test("exits with 1 where clients break", () => {
    const { status, stdout } = diff(
      bundle({ "/paths/~1gone": { get: { operationId: "getGone" } } }),
    );
    expect(stdout).toContain("breaking    getGone  #/paths/~1gone/get  the operation is gone\n");
    expect(status).toBe(1);
  });

  test.each([
    { title: "a file that is not JSON", text: "openapi: 3.1.1", says: "is not JSON" },
    { title: "JSON that is not OpenAPI", text: "{}", says: "is not an OpenAPI document" },
    { title: "a bundle with a dead reference", text: deadReference(), says: "has no target" },
  ])("exits with 2 and one line for $title", ({ text, says }) => {
    const { status, stderr } = diff(file(text));
    expect(stderr).toContain(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(status).toBe(2);
  });

  test("exits with 2 and one line for what is neither a file nor a git ref", () => {
    const { status, stderr } = diff("no-such-thing");
    expect(stderr).toMatch(/^no-such-thing is neither a file nor a git ref.*\n$/);
    expect(status).toBe(2);
  });
});

function diff(base: string) {
  return spawnSync(process.execPath, ["scripts/diff.ts", base], { cwd: folder, encoding: "utf8" });
}

function bundle(edit: Edit): string {
  return file(JSON.stringify(edited(contract, edit)));
}

function file(text: string): string {
  const path = join(root, "base.json");
  writeFileSync(path, text);
  return path;
}

function deadReference(): string {
  const response = { $ref: "#/components/responses/None" };
  return JSON.stringify(edited(contract, { "/paths/~1me/get/responses/200": response }));
}
