import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";
import { readDatasetFilters } from "./filters.ts";

export const datasetRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/datasets",
    validateSearch: readDatasetFilters,
    component: lazyRouteComponent(() => import("./datasets-page.tsx"), "DatasetsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/datasets/new",
    component: lazyRouteComponent(() => import("./new-dataset-page.tsx"), "NewDatasetPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/datasets/$datasetId",
    component: lazyRouteComponent(() => import("./dataset-page.tsx"), "DatasetPage"),
  }),
] as const;
