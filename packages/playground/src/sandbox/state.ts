import type { MemorySnapshot } from "@sinkove/api/store/memory";
import type { ClockState } from "./clock.ts";

/** Everything that outlives the service worker. */
export interface SandboxState {
  /** Of the shape of this object: what an older page has kept is dropped when it changes. */
  readonly version: 1;
  /** Goes up with each change, so that it is seen whether another worker has written since. */
  readonly revision: number;
  readonly tables: MemorySnapshot;
  readonly clock: ClockState;
  /** Signs download URLs. */
  readonly secret: string;
}

/** Where the state is kept between two lives of the worker. */
export interface StateStorage {
  /** Runs work that no other worker of this origin runs at the same time. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Undefined before the first save, and after a clear. */
  revision(): Promise<number | undefined>;
  load(): Promise<SandboxState | undefined>;
  save(state: SandboxState): Promise<void>;
  clear(): Promise<void>;
}
