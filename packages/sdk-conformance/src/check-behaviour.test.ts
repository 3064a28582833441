import { expect, test } from "vitest";
import type { Behaviour, Expectation } from "./behaviour.ts";
import { checkBehaviour, type Observation } from "./check-behaviour.ts";
import type { ReceivedRequest } from "./hostile-server.ts";

const received: ReceivedRequest = {
  at: "api",
  method: "POST",
  path: "/v1/datasets",
  headers: { authorization: "Bearer secret", "idempotency-key": "one" },
  body: '{"a":1,"b":2}',
  time: 1000,
  inFlight: 1,
  abandoned: false,
};
const later = { ...received, time: 1500 };
const seen: Observation = {
  requests: [received, later],
  outcomes: [{ result: { id: "x", more: true } }],
  hooks: [{ hook: "request", attempt: 1 }],
  files: {},
  apiKey: "secret",
};
const right: Expectation = {
  attempts: 2,
  every: { authorization: { matches: "^Bearer " }, range: { absent: true } },
  same: ["idempotency-key"],
  requests: [{ number: 2, method: "POST", body: { a: 1 }, abandoned: false }],
  waits: [{ after: 1, atLeast: 400, atMost: 500 }],
  result: { id: "x" },
  hooks: [{ hook: "request", attempt: 1 }],
  files: {},
};

function faults(expectation: Partial<Expectation>, change: Partial<Observation> = {}): string[] {
  const { result, ...rest } = { ...right, ...expectation };
  const expected = expectation.error ? rest : { ...rest, result };
  const behaviour: Behaviour = {
    title: "",
    server: [],
    client: { call: "me" },
    expect: expected,
  };
  return checkBehaviour(behaviour, { ...seen, ...change });
}

test("finds nothing where all is as expected", () => {
  expect(faults({})).toEqual([]);
});

test.each<[string, Partial<Expectation>]>([
  ["requests that arrived", { attempts: 3 }],
  ["request 1, authorization", { every: { authorization: { equals: "Basic" } } }],
  ["request 1, authorization", { every: { authorization: { absent: true } } }],
  ["x-other", { same: ["x-other"] }],
  ["request 3: it never came", { requests: [{ number: 3 }] }],
  ["request 2, method", { requests: [{ number: 2, method: "GET" }] }],
  ["request 2, body", { requests: [{ number: 2, body: { a: 2 } }] }],
  ["wait after request 1", { waits: [{ after: 1, atLeast: 501, atMost: 600 }] }],
  ["wait after request 1", { waits: [{ after: 1, atLeast: 0, atMost: 499 }] }],
  ["wait after request 2", { waits: [{ after: 2, atLeast: 0, atMost: 499 }] }],
  ["result", { result: { id: "y" } }],
  ["result", { result: [] }],
  ["no error was thrown", { error: { class: "APIError" } }],
  ["hooks", { hooks: [{ hook: "request", attempt: 2 }] }],
  ["files", { files: { "a.zip": "" } }],
])("finds a fault in %s", (where, expectation) => {
  const found = faults(expectation);
  expect(found).not.toEqual([]);
  expect(found[0]).toContain(where);
});

const error = { class: "ServerError", code: "HTTP_500", status: 500, message: "500: Sorry" };

test.each<[string, Expectation["error"]]>([
  ["class", { class: "APIError" }],
  ["status", { class: "ServerError", status: 501 }],
  ["retryAfter", { class: "ServerError", retryAfter: 1 }],
  ["does not say", { class: "ServerError", mentions: ["Pardon"] }],
  ["says", { class: "ServerError", omits: ["Sorry"] }],
])("finds a fault in an error: %s", (where, rule) => {
  expect(faults(rule ? { error: rule } : {}, { outcomes: [{ error }] })[0]).toContain(where);
});

test.each<[string, Partial<Observation>]>([
  ["request 1, to other", { requests: [{ ...received, at: "other" }, later] }],
  ["request 1, to api", { requests: [{ ...received, path: "/?key=secret" }, later] }],
  ["an error", { outcomes: [{ error: { ...error, message: "with secret" } }] }],
])("finds the key in %s", (where, change) => {
  expect(faults({}, change)).toContain(`the API key is in ${where}`);
});
