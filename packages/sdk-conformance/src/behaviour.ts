import type { RateLimit } from "./bucket.ts";
import type { JsonObject } from "./json.ts";

/** The two origins of a hostile server: the API, and one that must never get a key. */
export type OriginName = "api" | "other";

/** A piece of a body: text, bytes, or a pause in milliseconds. */
export type BodyPart = { readonly text: string } | { readonly pause: number };

/** The server's handling of one request. The members apply in this order. */
export interface Exchange {
  /** The origin that the request must be sent to. Default: `api`. */
  readonly at?: OriginName;
  /** How many requests in a row are handled like this. Default: 1. */
  readonly times?: number | "always";
  /** Milliseconds from the end of the request to the first byte of the response. */
  readonly delay?: number;
  /** Raw bytes that are written instead of an HTTP response. */
  readonly raw?: string;
  /** If absent, there is no response: only `end` applies. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON body. */
  readonly json?: unknown;
  readonly body?: readonly BodyPart[];
  /** How the connection ends. Default: `complete`. */
  readonly end?: "complete" | "cut" | "reset" | "hang";
}

/** A call that the client must make. */
export interface Invocation {
  readonly call: string;
  readonly arguments?: readonly unknown[];
  readonly options?: JsonObject;
  /** How many of these calls run concurrently. Default: 1. */
  readonly concurrency?: number;
  /** Milliseconds until the caller aborts, and the abort reason. */
  readonly abort?: { readonly after: number; readonly reason: string };
}

/** The expected value of a header: a text, a pattern, absent, or the same in all requests. */
export type HeaderRule =
  | { readonly equals: string }
  | { readonly matches: string }
  | { readonly absent: true };

/** The expected properties of one request. */
export interface RequestRule {
  /** The number of the request, from 1. */
  readonly number: number;
  readonly at?: OriginName;
  readonly method?: string;
  /** The path with its query. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, HeaderRule>>;
  readonly body?: unknown;
  /** How many requests the server was handling when this one arrived, including it. */
  readonly inFlight?: number;
  /** Whether the client closed the connection before the end of the response. */
  readonly abandoned?: boolean;
}

/** Bounds of the time between two requests, in milliseconds. */
export interface WaitRule {
  readonly after: number;
  readonly atLeast: number;
  readonly atMost: number;
}

/** An error, in terms that exist in every language. Absent members are not checked. */
export interface ErrorRule {
  readonly class: string;
  readonly code?: string;
  readonly status?: number;
  readonly attempts?: number;
  readonly retryAfter?: number;
  readonly requestId?: string;
  readonly cause?: string;
  /** Texts that the message must contain, and must not contain. */
  readonly mentions?: readonly string[];
  readonly omits?: readonly string[];
}

/** An expected call of a hook. */
export interface HookCall {
  readonly hook: "request" | "response" | "error" | "retry";
  readonly attempt: number;
  /** For a response. */
  readonly status?: number;
  /** For an error. */
  readonly code?: string;
}

/** The expected outcome: for each call, a result with these members, or this error. */
export interface Expectation {
  readonly attempts: number;
  readonly requests?: readonly RequestRule[];
  readonly every?: Readonly<Record<string, HeaderRule>>;
  /** Headers that must be present, with the same value in every request. */
  readonly same?: readonly string[];
  readonly waits?: readonly WaitRule[];
  readonly result?: unknown;
  readonly error?: ErrorRule;
  /** The calls of hooks, in this order. */
  readonly hooks?: readonly HookCall[];
  /** The complete content of the behaviour's folder afterwards. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A behaviour that every SDK must show. */
export interface Behaviour {
  readonly title: string;
  readonly server: readonly Exchange[];
  /** The API's rate limit for a key. Requests beyond it get a 429 instead of their exchange. */
  readonly limit?: RateLimit;
  readonly client: { readonly options?: JsonObject } & Invocation;
  readonly expect: Expectation;
}
