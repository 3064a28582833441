import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";

/** The resources that a process has used since its start. */
export interface Cost {
  readonly cpuMs: number;
  /** The current resident memory. */
  readonly megabytes: number;
}

/** A server in a separate process that reports its resource use. */
export interface MeasuredServer {
  readonly url: string;
  /** The first key of a `sinkove-server`. */
  readonly key: string;
  readonly cost: () => Promise<Cost>;
  readonly stop: () => Promise<void>;
}

const require = createRequire(import.meta.url);
const SERVER = dirname(require.resolve("@sinkove/server/package.json"));
const REPORT = join(import.meta.dirname, "report-cost.ts");

/** Starts plain `node:http` that responds with a body. */
export function startBare(body: string): Promise<MeasuredServer> {
  return start(join(import.meta.dirname, "bare-server.ts"), { BODY: body });
}

/** Starts `node:http` that writes a row durably and then responds with a body. */
export function startDurable(body: string): Promise<MeasuredServer> {
  return start(join(import.meta.dirname, "durable-server.ts"), { BODY: body });
}

/** Starts Fastify 5 with the same guarantees as the API, for one key and one dataset. */
export function startFastify(key: string, dataset: string): Promise<MeasuredServer> {
  return start(join(import.meta.dirname, "fastify-server.ts"), { KEY: key, DATASET: dataset });
}

/** Options of {@link startSinkove}. */
export interface SinkoveOptions {
  /** The SQLite file. Default: a new one. */
  readonly database?: string;
  /** A PostgreSQL database to use instead of the file. */
  readonly url?: string;
  /** A built checkout, such as one of the previous commit. Default: this one. */
  readonly checkout?: string | undefined;
}

/** Starts the API as in production: with its log, and with a limit that nobody reaches. */
export function startSinkove(options: SinkoveOptions = {}): Promise<MeasuredServer> {
  const { database, url, checkout } = options;
  const variables = {
    SINKOVE_RATE_LIMIT: "1000000",
    SINKOVE_API_KEY_LIMIT: "none",
    SINKOVE_WORKERS: "0",
    ...(database === undefined ? {} : { SINKOVE_DATABASE: database }),
    ...(url === undefined ? {} : { DATABASE_URL: url }),
  };
  const folder = checkout === undefined ? SERVER : join(checkout, "apps/server");
  return start(join(folder, "bin/sinkove-server.js"), variables);
}

async function start(
  file: string,
  variables: Readonly<Record<string, string>>,
): Promise<MeasuredServer> {
  const cwd = mkdtempSync(join(tmpdir(), "sinkove-bench-"));
  const env = { PATH: process.env.PATH ?? "", PORT: "0", ...variables };
  const child = fork(file, { cwd, env, silent: true, execArgv: ["--import", REPORT] });
  let told = "";
  child.stderr?.on("data", (text) => {
    told += text;
  });
  const url = await urlOf(child);
  // The key is printed before the URL, but to another pipe.
  await setImmediate();
  return {
    url,
    key: /sinkove_live_\w+/.exec(told)?.[0] ?? "",
    async cost() {
      child.send("cost");
      const [cost] = await once(child, "message");
      return cost;
    },
    async stop() {
      child.kill();
      await once(child, "close");
      rmSync(cwd, { recursive: true });
    },
  };
}

/** Reads the URL from the output, and discards the lines after it. */
function urlOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("The server has no output.");
  const lines = createInterface({ input: stdout });
  return new Promise((resolve) => {
    lines.on("line", (line) => {
      if (line.includes('"listening"')) resolve(JSON.parse(line).url);
    });
  });
}
