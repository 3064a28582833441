import type { KeyHolder } from "../key.ts";
import type { Limits } from "../limits.ts";
import type { Runtime } from "./clock.ts";
import type { Observer } from "./observe.ts";
import type { HeaderRecord } from "./outgoing.ts";
import type { RateLimitGate } from "./rate-limit.ts";

/** The parts of a client. All of its requests share them. */
export interface Wire extends KeyHolder {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** Sent with every request. */
  readonly headers: HeaderRecord;
  /** The limits of the client. Each call may replace them. */
  readonly limits: Limits;
  readonly runtime: Runtime;
  readonly fetch: typeof globalThis.fetch;
  readonly observer: Observer;
  /** Clients of one key may share it. */
  gate: RateLimitGate;
}
