import { expect, test } from "vitest";
import { withoutUnused } from "../plugins/pages/styles.ts";

const words = new Set(["shown", "alert--", "data"]);

test.each([
  [".shown{a:b}", ".shown{a:b}"],
  [".hidden{a:b}", ""],
  [".shown,.hidden{a:b}", ".shown{a:b}"],
  [".shown .hidden{a:b}", ""],
  [".shown:not(.hidden){a:b}", ".shown:not(.hidden){a:b}"],
  [".alert--info{a:b}", ".alert--info{a:b}"],
  ["p,a[href]:hover{a:b}", "p,a[href]:hover{a:b}"],
  ["@media print{.hidden{a:b}}", ""],
  [":root{--shown:1}", ":root{--shown:1}"],
])("of %s there is left: %s", (css, left) => {
  expect(withoutUnused(css, words)).toBe(left);
});
