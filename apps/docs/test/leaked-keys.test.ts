import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { API_KEY_PATTERN, generateApiKey } from "@sinkove/api-key";
import { expect, onTestFinished, test } from "vitest";

const run = promisify(execFile);
const guide = readFileSync(new URL("../docs/guides/leaked-keys.mdx", import.meta.url), "utf8");
const [, pattern = ""] = /^```text\n(.*?)\n```$/ms.exec(guide) ?? [];
const [, hook = ""] = /^```sh\n(#!\/bin\/sh\n.*?)^```$/ms.exec(guide) ?? [];

test("the regular expression is that of the package", () => {
  expect(pattern).toBe(API_KEY_PATTERN);
});

/** Creates a repository with the hook, independent of this machine's Git settings. */
async function createRepository() {
  const folder = mkdtempSync(join(tmpdir(), "sinkove hook "));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Ada",
    GIT_AUTHOR_EMAIL: "ada@example.com",
    GIT_COMMITTER_NAME: "Ada",
    GIT_COMMITTER_EMAIL: "ada@example.com",
  };
  const git = (...args: string[]) => run("git", args, { cwd: folder, env });
  await git("init", "--quiet");
  const path = join(folder, ".git/hooks/pre-commit");
  mkdirSync(join(folder, ".git/hooks"), { recursive: true });
  writeFileSync(path, hook);
  chmodSync(path, 0o755);
  const write = (name: string, content: string | Buffer) =>
    writeFileSync(join(folder, name), content);
  /** Commits all changes. Returns the error output, which is empty on success. */
  const commit = async (): Promise<string> => {
    await git("add", "--all");
    return git("commit", "--quiet", "--message", "x").then(
      () => "",
      ({ stderr }) => stderr,
    );
  };
  return { write, commit };
}

const hasGit = spawnSync("git", ["--version"]).error === undefined && process.platform !== "win32";
const title =
  "the hook refuses a commit that adds a key, names the file, and does not show the key";

test.skipIf(!hasGit)(hasGit ? title : `${title} (no git)`, { timeout: 60_000 }, async () => {
  const { write, commit } = await createRepository();
  write("README.md", "# Nothing\n");
  expect(await commit()).toBe("");
  const places: readonly (readonly [name: string, before: string, after: string])[] = [
    [".env", "SINKOVE_API_KEY=", "\n"],
    ["a b.py", 'sk.client("', '")\n'],
    ["end.txt", "", ""],
    ["binary.bin", "\0\u0001", "\0"],
    ["é.txt", "ключ ", "\r\n"],
  ];
  for (const [name, before, after] of places) {
    for (const environment of ["live", "test"] as const) {
      const key = generateApiKey(environment);
      write(name, before + key + after);
      const said = await commit();
      expect([name, said]).toEqual([name, expect.stringContaining("adds a Sinkove API key")]);
      expect(said).not.toContain(key.slice(13));
      if (/^[\w. ]+$/.test(name)) expect(said).toContain(name);
      write(name, "clean\n");
    }
  }
  expect(await commit()).toBe("");
});

test.skipIf(!hasGit)(
  hasGit ? "the hook lets everything else pass" : "the hook lets everything else pass (no git)",
  { timeout: 60_000 },
  async () => {
    const { write, commit } = await createRepository();
    const key = generateApiKey("live");
    const near = [
      key.slice(0, -1),
      `${key}0`,
      `${key}_`,
      key.replace("live", "prod"),
      key.replaceAll("_", "-"),
      key.toUpperCase(),
    ];
    for (const text of near) {
      write("near.txt", `${text}\n`);
      expect([text.length, await commit()]).toEqual([text.length, ""]);
      // Commits would fail without changes, so each text is written only once.
      expect(new RegExp(API_KEY_PATTERN).test(text)).toBe(false);
    }
  },
);

test.skipIf(!hasGit)(
  hasGit ? "the hook lets a key be removed" : "the hook lets a key be removed (no git)",
  { timeout: 60_000 },
  async () => {
    const { write, commit } = await createRepository();
    const key = generateApiKey("live");
    write("bad.txt", `${key}\n`);
    write("good.txt", "x\n");
    expect(await commit()).toContain("bad.txt");
    write("bad.txt", "removed\n");
    expect(await commit()).toBe("");
  },
);
