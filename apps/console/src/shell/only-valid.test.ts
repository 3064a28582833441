import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from "@tanstack/react-router";
import { expect, it } from "vitest";
import { readRequestFilters } from "../pages/requests/filters.ts";
import { onlyValid } from "./only-valid.ts";

it("keeps invalid and unknown parameters from a page", () => {
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: "/requests",
    validateSearch: onlyValid(readRequestFilters),
  });
  const address = "/requests?statusClass=4xx&occurredAfter=x&apiKeyId=1&code=%7B%7D&other=1";
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  const search = router.matchRoutes(router.latestLocation).at(-1)?.search;
  expect(Object.entries(search ?? {}).filter(([, value]) => value !== undefined)).toEqual([
    ["statusClass", "4xx"],
  ]);
});
