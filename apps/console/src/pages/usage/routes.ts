import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { onlyValid } from "../../shell/only-valid.ts";
import { shellRoute } from "../../shell/routes.ts";
import { whenOnline } from "../../shell/when-online.ts";
import { readUsageView } from "./period.ts";

export const usageRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/usage",
    validateSearch: onlyValid(readUsageView),
    component: lazyRouteComponent(
      whenOnline(() => import("./usage-page.tsx")),
      "UsagePage",
    ),
  }),
] as const;
