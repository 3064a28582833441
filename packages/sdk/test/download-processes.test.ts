import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { KEY } from "./harness.ts";

const PROGRAM = join(import.meta.dirname, "programs/download.ts");
const SIZE = 2_000_000;
const CONTENT = Buffer.from(Uint8Array.from({ length: SIZE }, (_, index) => (index * 31) % 251));
const SHA256 = createHash("sha256").update(CONTENT).digest("hex");
const PROCESSES = 4;

/** The number of requests that the server collects before it responds. By then, all clients have checked the path. */
let together = 1;
const starts: number[] = [];
let waiting: (() => void)[] = [];
const server = createServer(async (request, response) => {
  const url = `http://127.0.0.1:${port()}`;
  if (request.url !== "/file") {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length >= together) for (const go of waiting.splice(0)) go();
    });
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ URL: `${url}/file`, size: SIZE, sha256: SHA256 }));
    return;
  }
  const start = Number(/\d+/.exec(request.headers.range ?? "")?.[0] ?? 0);
  starts.push(start);
  const range = start > 0 ? { "content-range": `bytes ${start}-${SIZE - 1}/${SIZE}` } : {};
  response.writeHead(start > 0 ? 206 : 200, { etag: '"one"', ...range });
  response.end(CONTENT.subarray(start));
});
const port = () => (server.address() as AddressInfo).port;

let folder = "";
let path = "";
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close().closeAllConnections());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sinkove-sdk-"));
  path = join(folder, "a.zip");
});
afterEach(() => rm(folder, { recursive: true }));

/**
 * Runs a download in a process, and kills the process at `killedAt` bytes. Returns the signal or the last output line.
 */
async function download(strategy: string, killedAt = Number.POSITIVE_INFINITY): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, path, strategy], {
    env: { ...process.env, SINKOVE_API_KEY: KEY, SINKOVE_API_URL: `http://127.0.0.1:${port()}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  let last = "";
  for await (const line of createInterface(child.stdout)) {
    last = line;
    if (Number(line) >= killedAt) child.kill("SIGKILL");
  }
  const [, signal] = await closed;
  return signal ?? last;
}

const strategy = fc.constantFrom("fail", "skip", "replace");
const participant = fc.record({
  strategy,
  killedAt: fc.option(fc.nat({ max: SIZE }), { nil: Number.POSITIVE_INFINITY }),
});

test("four processes that download to one path all succeed, unless they are killed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(participant, { minLength: PROCESSES, maxLength: PROCESSES }),
      async (processes) => {
        await rm(path, { force: true });
        together = PROCESSES;
        const ends = await Promise.all(
          processes.map((each) => download(each.strategy, each.killedAt)),
        );
        for (const [index, end] of ends.entries())
          expect([
            "done",
            processes[index]?.killedAt === Number.POSITIVE_INFINITY ? "" : "SIGKILL",
          ]).toContain(end);
        if (ends.includes("done")) expect(await readFile(path)).toEqual(CONTENT);
        together = 1;
        expect(await download("replace")).toBe("done");
        expect(await readFile(path)).toEqual(CONTENT);
        expect(await readdir(folder)).toEqual(["a.zip"]);
      },
    ),
    { numRuns: 3 },
  );
}, 120_000);

test("a download continues where a killed one ended", async () => {
  together = 1;
  waiting = [];
  expect(await download("fail", 1)).toBe("SIGKILL");
  const [part] = await readdir(folder);
  expect(part).toMatch(/^a\.zip\.[\da-f]{16}\.[\da-f]{8}-\d+-[\da-f]{8}\.part$/);
  expect(await download("fail")).toBe("done");
  expect(starts.at(-1)).toBeGreaterThan(0);
  expect(await readFile(path)).toEqual(CONTENT);
  expect(await readdir(folder)).toEqual(["a.zip"]);
});
