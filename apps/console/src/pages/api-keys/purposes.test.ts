import { operations, roleScopes } from "@sinkove/contract";
import { describe, expect, it } from "vitest";
import { PURPOSES, purposeOf } from "./purposes.ts";
import { SCOPES } from "./scopes.ts";

describe("the scopes of the form", () => {
  it("are all scopes of the contract, each once", () => {
    expect(SCOPES.map(({ id }) => id).toSorted()).toEqual([...roleScopes.owner].toSorted());
  });
});

describe("purposes", () => {
  it("let each key list datasets, which the shown examples do", () => {
    for (const { id, scopes } of PURPOSES) {
      if (id === "custom") continue;
      expect(scopes).toEqual(expect.arrayContaining([...operations.listDatasets.scopes]));
    }
  });

  it("let a training pipeline do its work", () => {
    const { scopes } = purposeOf("training");
    const needed = [
      operations.createDataset,
      operations.listModels,
      operations.getDatasetDownload,
    ].flatMap((operation) => operation.scopes);
    expect(scopes).toEqual(expect.arrayContaining(needed));
  });

  it("give only full access the right to issue keys", () => {
    const issuing = PURPOSES.filter(({ scopes }) => scopes.includes("api_keys:write"));
    expect(issuing.map(({ id }) => id)).toEqual(["full"]);
  });
});
