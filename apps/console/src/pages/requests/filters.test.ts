import { describe, expect, it } from "vitest";
import { readRequestFilters, requestIdIn, requestQuery } from "./filters.ts";

const id = "01939ae2-4c1e-7d0a-8f51-0a4f4c7d9b21";

describe("readRequestFilters", () => {
  it("keeps what the request log can be narrowed to", () => {
    const search = {
      apiKeyId: id,
      actorType: "person",
      operation: "createDataset",
      statusClass: "4xx",
      code: "PERMISSION_DENIED",
      occurredAfter: "2026-11-24T10:00:00.000Z",
      occurredBefore: "2026-11-25T10:00:00Z",
    };
    expect(readRequestFilters(search)).toEqual(search);
  });

  it("leaves out what is no filter", () => {
    const search = {
      apiKeyId: "../me",
      actorType: "robot",
      operation: "create dataset",
      statusClass: 4,
      code: "permission-denied",
      occurredAfter: "yesterday",
      occurredBefore: "2026-99-99T10:00:00Z",
      other: "x",
    };
    expect(readRequestFilters(search)).toEqual({});
  });
});

describe("requestQuery", () => {
  it("asks for the requests of API keys, unless others are chosen", () => {
    expect(requestQuery({ code: "PERMISSION_DENIED" })).toEqual({
      code: "PERMISSION_DENIED",
      actorType: "api_key",
    });
    expect(requestQuery({ actorType: "person" })).toEqual({ actorType: "person" });
    expect(requestQuery({ actorType: "anyone" })).toEqual({});
  });
});

describe("requestIdIn", () => {
  it("finds the id in what was pasted", () => {
    expect(requestIdIn(`PermissionDenied: no scope (request ${id.toUpperCase()})`)).toBe(id);
    expect(requestIdIn(`  ${id}\n`)).toBe(id);
  });

  it("finds none in other texts", () => {
    expect(requestIdIn("sinkove_live_abc")).toBeUndefined();
  });
});
