import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { onlyValid } from "../../shell/only-valid.ts";
import { shellRoute } from "../../shell/routes.ts";
import { whenOnline } from "../../shell/when-online.ts";
import { readDatasetFilters } from "./filters.ts";

export const datasetRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/datasets",
    validateSearch: onlyValid(readDatasetFilters),
    component: lazyRouteComponent(
      whenOnline(() => import("./datasets-page.tsx")),
      "DatasetsPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/datasets/new",
    component: lazyRouteComponent(
      whenOnline(() => import("./new-dataset-page.tsx")),
      "NewDatasetPage",
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/datasets/$datasetId",
    component: lazyRouteComponent(
      whenOnline(() => import("./dataset-page.tsx")),
      "DatasetPage",
    ),
  }),
] as const;
