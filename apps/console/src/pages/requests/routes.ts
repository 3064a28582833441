import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";
import { readRequestFilters } from "./filters.ts";

export const requestRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/requests",
    validateSearch: readRequestFilters,
    component: lazyRouteComponent(() => import("./requests-page.tsx"), "RequestsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/requests/$requestId",
    component: lazyRouteComponent(() => import("./request-page.tsx"), "RequestPage"),
  }),
] as const;
