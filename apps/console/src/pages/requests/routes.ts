import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";

export const requestRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/requests",
    component: lazyRouteComponent(() => import("./requests-page.tsx"), "RequestsPage"),
  }),
] as const;
