import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";
import { whenOnline } from "../../shell/when-online.ts";
import { readUsageView } from "./period.ts";

export const usageRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/usage",
    validateSearch: readUsageView,
    component: lazyRouteComponent(
      whenOnline(() => import("./usage-page.tsx")),
      "UsagePage",
    ),
  }),
] as const;
