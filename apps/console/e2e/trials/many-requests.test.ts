import { test } from "vitest";
import { expectSmooth } from "../long-list.ts";

test("a list of 100,000 requests loads to its end, and is smooth to scroll", () =>
  expectSmooth({ path: "/requests", count: 100_000, page: "/requests", caption: "Requests" }));
