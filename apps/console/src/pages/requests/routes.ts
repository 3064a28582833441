import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { onlyValid } from "../../shell/only-valid.ts";
import { shellRoute } from "../../shell/routes.ts";
import { whenOnline } from "../../shell/when-online.ts";
import { readRequestFilters } from "./filters.ts";

export const requestRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/requests",
    validateSearch: onlyValid(readRequestFilters),
    component: lazyRouteComponent(
      whenOnline(() => import("./requests-page.tsx")),
      "RequestsPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/requests/$requestId",
    component: lazyRouteComponent(
      whenOnline(() => import("./request-page.tsx")),
      "RequestPage",
    ),
  }),
] as const;
