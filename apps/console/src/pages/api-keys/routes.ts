import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { onlyValid } from "../../shell/only-valid.ts";
import { shellRoute } from "../../shell/routes.ts";
import { whenOnline } from "../../shell/when-online.ts";
import { readKeyFilter } from "./key-filter.ts";

export const apiKeyRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys",
    validateSearch: onlyValid(readKeyFilter),
    component: lazyRouteComponent(
      whenOnline(() => import("./api-keys-page.tsx")),
      "ApiKeysPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/new",
    component: lazyRouteComponent(
      whenOnline(() => import("./generate-key-page.tsx")),
      "GenerateKeyPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/advice",
    component: lazyRouteComponent(
      whenOnline(() => import("./advice-page.tsx")),
      "AdvicePage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/$apiKeyId",
    component: lazyRouteComponent(
      whenOnline(() => import("./api-key-page.tsx")),
      "ApiKeyPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/$apiKeyId/edit",
    component: lazyRouteComponent(
      whenOnline(() => import("./edit-key-page.tsx")),
      "EditKeyPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys/$apiKeyId/rotate",
    component: lazyRouteComponent(
      whenOnline(() => import("./rotate-key-page.tsx")),
      "RotateKeyPage",
    ),
  }),
] as const;
