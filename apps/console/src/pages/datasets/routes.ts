import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";

export const datasetRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/datasets",
    component: lazyRouteComponent(() => import("./datasets-page.tsx"), "DatasetsPage"),
  }),
] as const;
