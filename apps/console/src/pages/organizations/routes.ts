import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";
import { whenOnline } from "../../shell/when-online.ts";

export const organizationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/organizations",
    component: lazyRouteComponent(
      whenOnline(() => import("./organizations-page.tsx")),
      "OrganizationsPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/organizations/$organizationId",
    component: lazyRouteComponent(
      whenOnline(() => import("./organization-page.tsx")),
      "OrganizationPage",
    ),
  }),
] as const;
