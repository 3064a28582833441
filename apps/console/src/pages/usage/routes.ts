import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";
import { readUsageView } from "./period.ts";

export const usageRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/usage",
    validateSearch: readUsageView,
    component: lazyRouteComponent(() => import("./usage-page.tsx"), "UsagePage"),
  }),
] as const;
