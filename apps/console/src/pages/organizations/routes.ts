import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";

export const organizationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/organizations",
    component: lazyRouteComponent(() => import("./organizations-page.tsx"), "OrganizationsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/organizations/$organizationId",
    component: lazyRouteComponent(() => import("./organization-page.tsx"), "OrganizationPage"),
  }),
] as const;
