import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { NOTICE } from "../src/prose.ts";
import { writeModules } from "../src/write-modules.ts";

test("modules in folders are written, and removed once they are no longer generated", () => {
  const path = mkdtempSync(join(tmpdir(), "sinkove-modules-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const folder = pathToFileURL(`${path}/`);
  writeModules(
    folder,
    new Map([
      ["a.py", NOTICE],
      ["resources/b.py", NOTICE],
      ["resources/c.py", NOTICE],
    ]),
  );
  writeFileSync(join(path, "resources/own.py"), "written by hand");
  writeModules(folder, new Map([["resources/c.py", `${NOTICE} again`]]));
  const files = readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  expect(files).toEqual(["resources", join("resources", "c.py"), join("resources", "own.py")]);
  expect(readFileSync(join(path, "resources/c.py"), "utf8")).toBe(`${NOTICE} again`);
});
