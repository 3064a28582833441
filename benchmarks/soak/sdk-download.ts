// Kills a download (-9) at random points and starts it again, round after round. The file is never wrong, an incomplete
// file never has the final name, and no byte is fetched twice.
//
//   npm run soak -- sdk-download [--rounds 100]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { generateApiKey } from "@sinkove/api-key";
import { type FileServer, startFileServer } from "./sdk-download/file-server.ts";

const CHILD = join(import.meta.dirname, "sdk-download/child.ts");
const LARGEST = 2_000_000;
/** The last ones hit the checksum check and the renaming of the file. */
const LONGEST_DELAY_MS = 15;
const MOST_KILLS = 4;

const { values } = parseArgs({ options: { rounds: { type: "string", default: "100" } } });
const rounds = Number(values.rounds);
if (!(rounds > 0)) throw new Error("--rounds must be a number above 0.");

let kills = 0;
for (let round = 0; round < rounds; round++) {
  const server = await startFileServer(1 + Math.floor(Math.random() * LARGEST));
  const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
  try {
    await play(server, folder);
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
}
console.log(`${rounds} rounds, ${kills} downloads killed: no file was wrong or incomplete.`);

async function play(server: FileServer, folder: string): Promise<void> {
  const path = join(folder, "dataset.zip");
  for (let left = Math.floor(Math.random() * (MOST_KILLS + 1)); left > 0; left--) {
    if (await isWhole(path, server)) return;
    await attempt(server, path, true);
  }
  if (await isWhole(path, server)) return;
  const code = await attempt(server, path, false);
  if (code !== 0) throw new Error(`A download that was not killed exited with ${code}.`);
  if (!(await isWhole(path, server))) throw new Error("The download ended without a file.");
  const files = await readdir(folder);
  if (files.length > 1) throw new Error(`There are leftover files: ${files.join(", ")}.`);
}

/** Runs the program, and kills it at a random point if `isKilled`. */
async function attempt(server: FileServer, path: string, isKilled: boolean) {
  const size = server.content.length;
  const there = await partSize(path);
  const before = server.starts.length;
  const reached = server.reached(there + Math.random() * (size - there));
  const child = spawn(process.execPath, [CHILD, path], {
    env: { ...process.env, SINKOVE_API_URL: server.url, SINKOVE_API_KEY: generateApiKey("test") },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const closed = once(child, "close");
  if (isKilled) {
    await Promise.race([reached, closed]);
    await sleep(Math.random() * LONGEST_DELAY_MS);
    if (child.kill("SIGKILL")) kills++;
  }
  const [code] = await closed;
  const start = server.starts[before];
  if (start !== undefined && start !== there) {
    throw new Error(
      `The partial file had ${there} bytes, but the download resumed from byte ${start}.`,
    );
  }
  return code;
}

/** Whether the file exists. Throws if its content is wrong. */
async function isWhole(path: string, { content }: FileServer): Promise<boolean> {
  const bytes = await readFile(path).catch(ignoreMissing);
  if (bytes && !bytes.equals(content)) throw new Error("The file has the wrong content.");
  return bytes !== undefined;
}

async function partSize(path: string): Promise<number> {
  const folder = join(path, "..");
  const part = (await readdir(folder)).find((name) => name.endsWith(".part"));
  return part === undefined ? 0 : (await stat(join(folder, part))).size;
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
