import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { filledWorld } from "./filled-world.ts";
import { answerWithMany, expectSmooth, rowsOf } from "./long-list.ts";

test.each([
  { path: "/api-keys", count: 1000, page: "/api-keys?show=all", caption: "API keys" },
  { path: "/datasets", count: 2000, page: "/datasets", caption: "Datasets" },
  { path: "/requests", count: 10_000, page: "/requests", caption: "Requests" },
])("a list of $count in $path loads to its end, and is smooth to scroll", expectSmooth);

test("one of 1,000 keys is found by its name", async () => {
  const world = await filledWorld("Training on the cluster");
  const { page } = await openPage(world, "/console/profile");
  const [first] = await world.send("/v1/api-keys");
  await answerWithMany(page, { path: "/api-keys", count: 1000, first });
  await page.goto("/console/api-keys?show=all");
  const keys = page.getByRole("table", { name: "API keys" });
  await expect.poll(() => rowsOf(keys)).toBe(1000);
  await page.getByRole("searchbox").fill("number 123.");
  await expect.poll(() => rowsOf(keys)).toBe(1);
});
