import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";

export const apiKeyRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys",
    component: lazyRouteComponent(() => import("./api-keys-page.tsx"), "ApiKeysPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/new",
    component: lazyRouteComponent(() => import("./generate-key-page.tsx"), "GenerateKeyPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/$apiKeyId",
    component: lazyRouteComponent(() => import("./api-key-page.tsx"), "ApiKeyPage"),
  }),
] as const;
