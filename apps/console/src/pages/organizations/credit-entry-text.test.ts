import type { CreditEntry } from "@sinkove/contract";
import { expect, it } from "vitest";
import { amountText, entryText } from "./credit-entry-text.ts";

const entry = (changes: Partial<CreditEntry>): CreditEntry => ({
  ...{ id: "0190f3a0-0000-7000-8000-000000000001", createdAt: "2026-11-30T10:00:00.000Z" },
  ...{ kind: "dataset", amount: -10, reason: null, actor: null },
  datasetId: "0190f3a0-0000-7000-8000-000000000002",
  ...changes,
});

it("shows the reason that an operator gave, else what the credits were for", () => {
  const granted = { kind: "grant", datasetId: null } as const;
  expect(entryText(entry({ ...granted, reason: "First year" }))).toBe("First year");
  expect(entryText(entry({}))).toBe("Dataset");
  expect(entryText(entry({ kind: "refund", amount: 10 }))).toBe("Refund of a dataset");
});

it("has words for a kind that it does not know", () => {
  const unknown = { kind: "transfer" as CreditEntry["kind"], datasetId: null };
  expect(entryText(entry({ ...unknown, amount: 5 }))).toBe("Credits given");
  expect(entryText(entry({ ...unknown, amount: -5 }))).toBe("Credits taken");
});

it("shows amounts with their signs", () => {
  expect([1000, -10, 0].map(amountText)).toEqual(["+1,000", "-10", "0"]);
});
