import { describe, expect, it } from "vitest";
import { readDatasetFilters } from "./filters.ts";

const id = "01939ad0-7b11-7c55-b1a2-3c4d5e6f7a8b";

describe("readDatasetFilters", () => {
  it("keeps what the list can be narrowed to", () => {
    const search = {
      organizationId: id,
      modelId: id,
      state: "READY",
      createdAfter: "2026-11-24T10:00:00.000Z",
    };
    expect(readDatasetFilters(search)).toEqual(search);
  });

  it("leaves out what is no filter", () => {
    const search = { organizationId: `${id}/x`, modelId: 7, state: "toString", createdBefore: "x" };
    expect(readDatasetFilters(search)).toEqual({});
  });
});
