import { readFileSync, realpathSync, rmSync } from "node:fs";
import {
  type ServerProcess,
  type ServerProcessOptions,
  startServerProcess,
} from "@sinkove/server-process";
import type { Tree } from "./disk.ts";
import { readTree } from "./folder.ts";
import type { Operation } from "./operation.ts";
import { readRecord } from "./record.ts";
import { tracing } from "./strace.ts";

/** The initial content of a server's folder, and its operations there. */
export interface Recording {
  readonly before: Tree;
  readonly operations: readonly Operation[];
}

/** Traces servers that run one after the other in one folder. */
export class Recorder {
  readonly #folder: string;
  readonly #record: string;
  #before: Tree = new Map();

  constructor(folder: string) {
    this.#folder = realpathSync(folder);
    this.#record = `${this.#folder}.record`;
  }

  start({ variables, ...options }: ServerProcessOptions): Promise<ServerProcess> {
    this.#before = readTree(this.#folder);
    return startServerProcess({
      ...options,
      folder: this.#folder,
      // Requests to the kernel by io_uring are not system calls.
      variables: { ...variables, UV_USE_IO_URING: "0" },
      under: tracing(this.#record),
    });
  }

  /** The trace of the last server, which has ended. */
  read(): Recording {
    const record = readFileSync(this.#record, "latin1");
    return { before: this.#before, operations: readRecord(record, this.#folder) };
  }

  dispose(): void {
    rmSync(this.#record, { force: true });
  }
}
