import type {
  Behaviour,
  ErrorRule,
  Expectation,
  HeaderRule,
  HookCall,
  RequestRule,
} from "./behaviour.ts";
import type { ReceivedRequest } from "./hostile-server.ts";
import { isObject } from "./json.ts";

/** The outcome of a call, in terms that exist in every language. */
export interface Outcome {
  readonly result?: unknown;
  readonly error?: {
    readonly class: string;
    readonly code?: string;
    readonly status?: number | undefined;
    readonly attempts?: number;
    readonly retryAfter?: number | undefined;
    readonly requestId?: string | undefined;
    readonly cause?: string | undefined;
    readonly message: string;
    /** Everything that a program could print about it, which is searched for the key. */
    readonly printed?: string;
  };
}

/** The observations while a behaviour was played. */
export interface Observation {
  readonly requests: readonly ReceivedRequest[];
  /** One for each call. */
  readonly outcomes: readonly Outcome[];
  readonly hooks?: readonly HookCall[];
  readonly files?: Readonly<Record<string, string>>;
  readonly apiKey: string;
  /** The tolerance for waits in milliseconds; 0 in simulated time. */
  readonly tolerance?: number;
}

/** Lists the differences from the expectations, a sentence each. Empty if there are none. */
export function checkBehaviour({ expect }: Behaviour, seen: Observation): string[] {
  const { requests, outcomes } = seen;
  return [
    ...differ("requests that arrived", requests.length, expect.attempts),
    ...requests.flatMap((received, i) => headerFaults(`request ${i + 1}`, received, expect.every)),
    ...(expect.requests ?? []).flatMap((rule) => requestFaults(rule, requests[rule.number - 1])),
    ...(expect.same ?? []).flatMap((name) => sameFaults(name, requests)),
    ...waitFaults(expect, seen),
    ...outcomes.flatMap((outcome) => outcomeFaults(expect, outcome)),
    ...(expect.hooks ? differ("hooks", seen.hooks, expect.hooks) : []),
    ...(expect.files ? differ("files", seen.files, expect.files) : []),
    ...leaks(seen),
  ];
}

function differ(what: string, is: unknown, ought: unknown): string[] {
  const [a, b] = [JSON.stringify(is), JSON.stringify(ought)];
  return a === b ? [] : [`${what}: ${a}, expected ${b}`];
}

function requestFaults(rule: RequestRule, received: ReceivedRequest | undefined): string[] {
  const what = `request ${rule.number}`;
  if (!received) return [`${what}: it never came`];
  const { number: _, headers, body, ...members } = rule;
  const plain = Object.entries(members).flatMap(([name, value]) =>
    differ(`${what}, ${name}`, received[name as keyof typeof members], value),
  );
  const isSame = body === undefined || matches(JSON.parse(received.body || "null"), body);
  return [
    ...plain,
    ...headerFaults(what, received, headers),
    ...(isSame ? [] : [`${what}, body: ${received.body}, expected ${JSON.stringify(body)}`]),
  ];
}

function headerFaults(
  what: string,
  { headers }: ReceivedRequest,
  rules: Readonly<Record<string, HeaderRule>> = {},
): string[] {
  return Object.entries(rules).flatMap(([name, rule]) =>
    obeys(headers[name], rule)
      ? []
      : [`${what}, ${name}: ${headers[name] ?? "absent"}, expected ${JSON.stringify(rule)}`],
  );
}

function obeys(value: string | undefined, rule: HeaderRule): boolean {
  if ("absent" in rule) return value === undefined;
  if ("equals" in rule) return value === rule.equals;
  return value !== undefined && new RegExp(rule.matches).test(value);
}

function sameFaults(name: string, requests: readonly ReceivedRequest[]): string[] {
  const values = new Set(requests.map(({ headers }) => headers[name]));
  const isSame = values.size === 1 && !values.has(undefined);
  return isSame ? [] : [`${name}: ${[...values].join(", ")}, expected one value in every request`];
}

function waitFaults({ waits = [] }: Expectation, { requests, tolerance = 0 }: Observation) {
  return waits.flatMap(({ after, atLeast, atMost }) => {
    const wait = (requests[after]?.time ?? Number.NaN) - (requests[after - 1]?.time ?? Number.NaN);
    if (wait >= atLeast && wait <= atMost + tolerance) return [];
    return [`wait after request ${after}: ${wait} ms, expected ${atLeast} to ${atMost} ms`];
  });
}

function outcomeFaults({ result, error }: Expectation, outcome: Outcome): string[] {
  if (error) return outcome.error ? errorFaults(error, outcome.error) : ["no error was thrown"];
  if (outcome.error) return [`${outcome.error.class} was thrown: ${outcome.error.message}`];
  if (matches(outcome.result, result)) return [];
  return [`result: ${JSON.stringify(outcome.result)}, expected ${JSON.stringify(result)}`];
}

function errorFaults(
  { mentions = [], omits = [], ...members }: ErrorRule,
  error: NonNullable<Outcome["error"]>,
): string[] {
  return [
    ...Object.entries(members).flatMap(([name, value]) =>
      differ(`error, ${name}`, error[name as keyof typeof members], value),
    ),
    ...mentions
      .filter((text) => !error.message.includes(text))
      .map((text) => `the message does not say ${JSON.stringify(text)}: ${error.message}`),
    ...omits
      .filter((text) => error.message.includes(text))
      .map((text) => `the message says ${JSON.stringify(text)}: ${error.message}`),
  ];
}

/** Expected members must be present; others may be. Arrays must have the same length. */
function matches(is: unknown, ought: unknown): boolean {
  if (Array.isArray(ought)) {
    return (
      Array.isArray(is) && is.length === ought.length && ought.every((o, i) => matches(is[i], o))
    );
  }
  if (!isObject(ought)) return is === ought;
  return isObject(is) && Object.entries(ought).every(([name, o]) => matches(is[name], o));
}

/** Applies to every behaviour: the key is sent only to the API, in one header, and appears in no error. */
function leaks({ requests, outcomes, apiKey }: Observation): string[] {
  const places = requests.map(({ at, path, body, headers: { authorization, ...headers } }, i) => ({
    name: `request ${i + 1}, to ${at}`,
    text: JSON.stringify([path, body, headers, at === "other" && authorization]),
  }));
  const errors = outcomes.map(({ error }) => ({ name: "an error", text: JSON.stringify(error) }));
  return [...places, ...errors]
    .filter(({ text }) => text?.includes(apiKey))
    .map(({ name }) => `the API key is in ${name}`);
}
