import type { MemorySnapshot } from "@sinkove/api/store/memory";
import type { ClockState } from "./clock.ts";

/** The state that outlives the service worker. */
export interface SandboxState {
  /** The version of this type. A saved state of another version is discarded. */
  readonly version: 1;
  /** Increases with each change. Shows whether another worker has saved a newer state. */
  readonly revision: number;
  readonly tables: MemorySnapshot;
  readonly clock: ClockState;
  /** The secret that signs download URLs. */
  readonly secret: string;
}

/** Stores the state while no worker runs. */
export interface StateStorage {
  /** Runs work while no other worker of this origin runs such work. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves to undefined before the first save and after a clear. */
  revision(): Promise<number | undefined>;
  load(): Promise<SandboxState | undefined>;
  save(state: SandboxState): Promise<void>;
  clear(): Promise<void>;
}
