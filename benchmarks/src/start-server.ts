import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** The running loopback server. */
export interface Server {
  readonly origin: string;
  stop(): void;
}

/** Starts the server in a separate process, on a free port of 127.0.0.1. */
export async function startServer(): Promise<Server> {
  const child = fork(join(import.meta.dirname, "server.ts"));
  const [port] = await once(child, "message");
  return { origin: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
