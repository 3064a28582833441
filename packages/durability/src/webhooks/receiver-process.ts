import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";

/** The receiver in a separate process. */
export interface ReceiverProcess {
  /** Sends SIGKILL, and starts it again on the same port. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Options of {@link startReceiver}. */
export interface ReceiverOptions {
  readonly port: number;
  /** The file of its lines. */
  readonly file: string;
  /** The secret of the endpoint. */
  readonly secret: string;
}

const PROGRAM = join(import.meta.dirname, "receiver.ts");

/**
 * Starts the receiver, and waits until it listens.
 *
 * @throws Error if it ends before that
 */
export async function startReceiver(options: ReceiverOptions): Promise<ReceiverProcess> {
  let running = await start(options);
  return {
    async kill() {
      await end(running);
      running = await start(options);
    },
    stop: () => end(running),
  };
}

async function start({ port, file, secret }: ReceiverOptions): Promise<ChildProcess> {
  const env = { PATH: process.env.PATH ?? "", WEBHOOK_SECRET: secret };
  const child = spawn(process.execPath, [PROGRAM, `${port}`, file], {
    ...{ env, stdio: ["ignore", "ignore", "inherit", "ipc"] },
  });
  const ended = once(child, "close").then(() => {
    throw new Error("The receiver ended before it listened.");
  });
  await Promise.race([once(child, "message"), ended]);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
}

/** A port that no program of this machine listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // because it listens on a port
  server.close();
  await once(server, "close");
  return port;
}
