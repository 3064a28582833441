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

/** What a server found in its folder, and did there. */
export interface Recording {
  readonly before: Tree;
  readonly operations: readonly Operation[];
}

/** Records servers, one after the other, that keep their files in one folder. */
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
      // What is asked of the kernel by io_uring is no system call.
      variables: { ...variables, UV_USE_IO_URING: "0" },
      under: tracing(this.#record),
    });
  }

  /** Of the last server, which has ended. */
  read(): Recording {
    const record = readFileSync(this.#record, "latin1");
    return { before: this.#before, operations: readRecord(record, this.#folder) };
  }

  dispose(): void {
    rmSync(this.#record, { force: true });
  }
}
