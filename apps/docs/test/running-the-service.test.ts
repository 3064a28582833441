import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startPostgres } from "@sinkove/temporary-postgres";
import { expect, onTestFinished, test } from "vitest";

const GUIDE = new URL("../docs/guides/running-the-service.mdx", import.meta.url);
const SERVER = dirname(createRequire(import.meta.url).resolve("@sinkove/server/package.json"));

/** Returns all commands of the guide, in order. */
function readCommands(): string {
  const blocks = [...readFileSync(GUIDE, "utf8").matchAll(/^```sh\n(.*?)^```$/gms)];
  return blocks.map(([, commands]) => commands).join("\n");
}

/** Creates a temporary folder with an `npx` that starts this repository's server. */
function createFolder(): { readonly folder: string; readonly PATH: string } {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-guide-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const npx = join(folder, "npx");
  const main = join(SERVER, "bin/sinkove-server.js");
  writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${main}" "$@"\n`);
  chmodSync(npx, 0o755);
  return { folder, PATH: `${folder}:${process.env.PATH}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** Runs commands in a shell that stops at the first failure. */
async function runAll(commands: string, folder: string, variables: Record<string, string>) {
  const options = { cwd: folder, env: variables, detached: true } as const;
  const child = spawn("bash", ["-c", `set -eu -o pipefail\n${commands}`], options);
  onTestFinished(() => endGroup(child.pid));
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, "exit");
  return { code, stdout, stderr };
}

/** Stops the servers that a failed guide has left in the background. They are in the process group of its shell. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // All processes have ended.
  }
}

const TOOLS = ["bash", "curl", "jq"];
const missing = TOOLS.filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);
const title = "the guide takes an empty folder to two servers";

test.skipIf(missing.length > 0)(
  missing.length > 0 ? `${title} (no ${missing.join(", ")})` : title,
  { timeout: 280_000 },
  async () => {
    const postgres = await startPostgres("canary");
    onTestFinished(postgres.remove);
    const { folder, PATH } = createFolder();
    const port = `${await freePort()}`;
    const commands = readCommands()
      .replaceAll("8080", port)
      .replaceAll("8081", `${await freePort()}`)
      .replaceAll("postgres://sinkove:password@db.example.com:5432/sinkove", postgres.url);
    const stop = "\nkill $(jobs -p)\nwait\n";
    const { code, stdout, stderr } = await runAll(commands + stop, folder, { PATH, PORT: port });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toContain("The database is up to date");
    // Both servers reject the revoked key, and the request log contains the requests.
    expect(stdout).toContain("401\n401\n");
    expect(stdout).toContain("API_KEY_REVOKED");
  },
);
