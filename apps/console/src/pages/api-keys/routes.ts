import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";
import { readKeyFilter } from "./key-filter.ts";

export const apiKeyRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys",
    validateSearch: readKeyFilter,
    component: lazyRouteComponent(() => import("./api-keys-page.tsx"), "ApiKeysPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/new",
    component: lazyRouteComponent(() => import("./generate-key-page.tsx"), "GenerateKeyPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/advice",
    component: lazyRouteComponent(() => import("./advice-page.tsx"), "AdvicePage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/$apiKeyId",
    component: lazyRouteComponent(() => import("./api-key-page.tsx"), "ApiKeyPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/$apiKeyId/edit",
    component: lazyRouteComponent(() => import("./edit-key-page.tsx"), "EditKeyPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/$apiKeyId/rotate",
    component: lazyRouteComponent(() => import("./rotate-key-page.tsx"), "RotateKeyPage"),
  }),
] as const;
