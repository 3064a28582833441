import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";
import { whenOnline } from "../../shell/when-online.ts";

export const webhookRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/organizations/$organizationId/webhooks",
    component: lazyRouteComponent(
      whenOnline(() => import("./endpoints-page.tsx")),
      "EndpointsPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/organizations/$organizationId/webhooks/new",
    component: lazyRouteComponent(
      whenOnline(() => import("./new-endpoint-page.tsx")),
      "NewEndpointPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/organizations/$organizationId/webhooks/$webhookEndpointId",
    component: lazyRouteComponent(
      whenOnline(() => import("./endpoint-page.tsx")),
      "EndpointPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/organizations/$organizationId/webhooks/$webhookEndpointId/edit",
    component: lazyRouteComponent(
      whenOnline(() => import("./edit-endpoint-page.tsx")),
      "EditEndpointPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/organizations/$organizationId/webhooks/$webhookEndpointId/rotate",
    component: lazyRouteComponent(
      whenOnline(() => import("./rotate-secret-page.tsx")),
      "RotateSecretPage",
    ),
  }),
] as const;
