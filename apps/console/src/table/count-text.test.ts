import { expect, it } from "vitest";
import { countText } from "./count-text.ts";

const noun = ["delivery", "deliveries"] as const;
const list = (length: number, more: { hasMore?: boolean; total?: number } = {}) => {
  const { hasMore = false, total } = more;
  return { rows: Array.from({ length }), hasMore, total };
};

it("counts a complete list, in the singular or the plural", () => {
  expect(countText(list(1), noun)).toBe("1 delivery");
  expect(countText(list(1200), noun)).toBe("1,200 deliveries");
});

it("says that there are more, and how many if that is known", () => {
  expect(countText(list(50, { hasMore: true }), noun)).toBe("The newest 50 deliveries");
  expect(countText(list(50, { hasMore: true, total: 70 }), noun)).toBe("50 of 70 deliveries");
});

it("says nothing before the list is loaded", () => {
  expect(countText({ ...list(0), rows: undefined }, noun)).toBe("");
});
