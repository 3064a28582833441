import type { RateLimit } from "./bucket.ts";
import type { JsonObject } from "./json.ts";

/** The two origins of a hostile server: the API, and one that a key must never reach. */
export type OriginName = "api" | "other";

/** A piece of a body: text, bytes, or a pause in milliseconds. */
export type BodyPart = { readonly text: string } | { readonly pause: number };

/** What the server does with one request, in the order of the members. */
export interface Exchange {
  /** Where the request must arrive. Default: `api`. */
  readonly at?: OriginName;
  /** For how many requests in a row this is played. Default: 1. */
  readonly times?: number | "always";
  /** Milliseconds from the end of the request to the first byte of the answer. */
  readonly delay?: number;
  /** Written to the socket in place of an answer, as it is. */
  readonly raw?: string;
  /** Absent: there is no answer, only an end. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A body of JSON. */
  readonly json?: unknown;
  readonly body?: readonly BodyPart[];
  /** How the connection ends. Default: `complete`. */
  readonly end?: "complete" | "cut" | "reset" | "hang";
}

/** What is asked of the client. */
export interface Invocation {
  readonly call: string;
  readonly arguments?: readonly unknown[];
  readonly options?: JsonObject;
  /** How many such calls are made at once. Default: 1. */
  readonly concurrency?: number;
  /** Milliseconds after which the caller gives up, and the reason that it gives. */
  readonly abort?: { readonly after: number; readonly reason: string };
}

/** What is expected of a header: a text, a pattern, that it is absent, or that it never changes. */
export type HeaderRule =
  | { readonly equals: string }
  | { readonly matches: string }
  | { readonly absent: true };

/** What is expected of one request. */
export interface RequestRule {
  /** 1 is the first that arrived. */
  readonly number: number;
  readonly at?: OriginName;
  readonly method?: string;
  /** With its query. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, HeaderRule>>;
  readonly body?: unknown;
  /** How many requests the server was answering when it came, with itself. */
  readonly inFlight?: number;
  /** Whether the client closed the connection before the answer's end. */
  readonly abandoned?: boolean;
}

/** Bounds, in milliseconds, of the time between a request and the next. */
export interface WaitRule {
  readonly after: number;
  readonly atLeast: number;
  readonly atMost: number;
}

/** An error in words that each language can say; a member that is absent is not looked at. */
export interface ErrorRule {
  readonly class: string;
  readonly code?: string;
  readonly status?: number;
  readonly attempts?: number;
  readonly retryAfter?: number;
  readonly requestId?: string;
  readonly cause?: string;
  /** What the message says, and what it must not. */
  readonly mentions?: readonly string[];
  readonly omits?: readonly string[];
}

/** What a hook of the client was told of. */
export interface HookCall {
  readonly hook: "request" | "response" | "error" | "retry";
  readonly attempt: number;
  /** Of a response. */
  readonly status?: number;
  /** Of an error. */
  readonly code?: string;
}

/** How a behaviour must end: each call with a result that has these members, or with this error. */
export interface Expectation {
  readonly attempts: number;
  readonly requests?: readonly RequestRule[];
  readonly every?: Readonly<Record<string, HeaderRule>>;
  /** Headers that are present, and the same in every request. */
  readonly same?: readonly string[];
  readonly waits?: readonly WaitRule[];
  readonly result?: unknown;
  readonly error?: ErrorRule;
  /** What the hooks are told of, in this order. */
  readonly hooks?: readonly HookCall[];
  /** All that the folder of the behaviour holds afterwards. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A behaviour that an SDK of any language must show. */
export interface Behaviour {
  readonly title: string;
  readonly server: readonly Exchange[];
  /** What the API grants to a key; more is answered with 429 in place of the exchange. */
  readonly limit?: RateLimit;
  readonly client: { readonly options?: JsonObject } & Invocation;
  readonly expect: Expectation;
}
