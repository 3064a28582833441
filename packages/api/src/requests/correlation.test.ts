import fc from "fast-check";
import { expect, it } from "vitest";
import { readCorrelation } from "./correlation.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT = "00f067aa0ba902b7";

function read(headers: Record<string, string>) {
  return readCorrelation({ headers: new Headers(headers) });
}

it("reads the trace and the client's request id", () => {
  const headers = { traceparent: `00-${TRACE}-${PARENT}-01`, "X-Request-ID": "batch/7" };
  const found = { traceId: TRACE, parentId: PARENT, clientRequestId: "batch/7" };
  expect(read(headers)).toEqual(found);
});

it("reads a later version, which may have more fields", () => {
  expect(read({ traceparent: `01-${TRACE}-${PARENT}-01-more` })).toMatchObject({ traceId: TRACE });
});

it.each([
  ["version ff", `ff-${TRACE}-${PARENT}-01`],
  ["a trace of zeros", `00-${"0".repeat(32)}-${PARENT}-01`],
  ["a parent of zeros", `00-${TRACE}-${"0".repeat(16)}-01`],
  ["upper case", `00-${TRACE.toUpperCase()}-${PARENT}-01`],
  ["more fields than version 00 has", `00-${TRACE}-${PARENT}-01-more`],
  ["two headers in one", `00-${TRACE}-${PARENT}-01, 00-${TRACE}-${PARENT}-01`],
  ["no flags", `00-${TRACE}-${PARENT}`],
])("ignores a traceparent with %s", (_, traceparent) => {
  expect(read({ traceparent })).toEqual({});
});

it("lets nothing into the log that is not made of plain characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), fc.string(), (traceparent, requestId) => {
      const get = (name: string) => (name === "traceparent" ? traceparent : requestId);
      const { traceId, parentId, clientRequestId } = readCorrelation({ headers: { get } });
      for (const id of [traceId, parentId]) expect(id ?? "a").toMatch(/^[\da-f]+$/);
      expect(clientRequestId ?? "a").toMatch(/^[\w.:/+=@-]{1,128}$/);
    }),
  );
});
