import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unpackOnce } from "./unpack-once.ts";

const module = JSON.stringify(new URL("./unpack-once.ts", import.meta.url).href);
let cache: string;
let folder: string;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "unpack-once-"));
  folder = join(cache, "1.0.0");
});
afterEach(() => rm(cache, { recursive: true }));

/** Unpacks two files in another process. `between` is code that runs after the first file is written. */
async function unpackElsewhere(name: string, between = ""): Promise<number | null> {
  const program = `
    import { writeFileSync } from "node:fs";
    import { unpackOnce } from ${module};
    await unpackOnce(${JSON.stringify(folder)}, async (empty) => {
      writeFileSync(empty + "/first", ${JSON.stringify(name)});
      ${between}
      await new Promise(setImmediate);
      writeFileSync(empty + "/second", ${JSON.stringify(name)});
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  return code;
}

const read = () =>
  Promise.all(["first", "second"].map((file) => readFile(join(folder, file), "utf8")));

describe("unpackOnce", () => {
  test("fills the folder, and does not fill it again", async () => {
    const unpack = (text: string) => (empty: string) => writeFile(join(empty, "file"), text);
    await unpackOnce(folder, unpack("one"));
    await unpackOnce(folder, unpack("two"));

    expect(await readFile(join(folder, "file"), "utf8")).toBe("one");
    expect(await readdir(cache)).toEqual(["1.0.0"]);
  });

  // Windows has no file modes.
  test.skipIf(process.platform === "win32")("lets other users read the folder", async () => {
    await unpackOnce(folder, (empty) => writeFile(join(empty, "file"), ""));

    expect((await stat(folder)).mode & 0o777).toBe(0o755);
  });

  test("leaves nothing if the unpacking fails", async () => {
    const unpacking = unpackOnce(folder, async (empty) => {
      await writeFile(join(empty, "file"), "half");
      throw new Error("The disk is full.");
    });

    await expect(unpacking).rejects.toThrow("The disk is full.");
    expect(await readdir(cache)).toEqual([]);
  });

  test("gives processes that run at once the folder of one of them", async () => {
    const names = ["a", "b", "c", "d"];
    const codes = await Promise.all(names.map((name) => unpackElsewhere(name)));

    expect(codes).toEqual([0, 0, 0, 0]);
    const [first, second] = await read();
    expect(names).toContain(first);
    expect(second).toBe(first);
    expect(await readdir(cache)).toEqual(["1.0.0"]);
  });

  test("takes the folder of a process that finishes first", async () => {
    await unpackOnce(folder, async (empty) => {
      await writeFile(join(empty, "first"), "slow");
      expect(await unpackElsewhere("quick")).toBe(0);
      await writeFile(join(empty, "second"), "slow");
    });

    expect(await read()).toEqual(["quick", "quick"]);
    expect(await readdir(cache)).toEqual(["1.0.0"]);
  });

  test("does not use what a killed process has left, and removes it", async () => {
    expect(await unpackElsewhere("killed", 'process.kill(process.pid, "SIGKILL");')).not.toBe(0);
    expect(await readdir(cache)).toEqual([expect.stringMatching(/^unpacking-/)]);
    expect(existsSync(folder)).toBe(false);

    expect(await unpackElsewhere("next")).toBe(0);
    expect(await read()).toEqual(["next", "next"]);
    expect(await readdir(cache)).toEqual(["1.0.0"]);
  });
});
