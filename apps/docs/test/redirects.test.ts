import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { redirects } from "../plugins/redirects/addresses.ts";
import { type RunningSite, serveSite } from "../scripts/site-server.mts";
import { buildFolder, builtPage } from "./built-site.mts";

let site: RunningSite;
beforeAll(async () => {
  site = await serveSite({ folder: buildFolder, port: 0 });
});
afterAll(() => site.close());

test.each(Object.entries(redirects))("%s redirects to %s", async (from, to) => {
  const response = await fetch(site.url + from, { redirect: "manual" });
  expect(response.status).toBe(301);
  expect(response.headers.get("location")).toBe(to);
  const [page = "", anchor] = to.split("#");
  const { html } = builtPage(page);
  if (anchor !== undefined) expect(html).toMatch(new RegExp(`id="?${anchor}[" >]`));
  // Checks the page for hosts that ignore `_redirects`.
  const twin = readFileSync(path.join(buildFolder, `${from}.html`), "utf8");
  expect(twin).toContain(`content="0; url=${to}"`);
});
