import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { accountRoutes } from "./pages/account/routes.ts";
import { apiKeyRoutes } from "./pages/api-keys/routes.ts";
import { datasetRoutes } from "./pages/datasets/routes.ts";
import { organizationRoutes } from "./pages/organizations/routes.ts";
import { profileRoutes } from "./pages/profile/routes.ts";
import { requestRoutes } from "./pages/requests/routes.ts";
import { usageRoutes } from "./pages/usage/routes.ts";
import { webhookRoutes } from "./pages/webhooks/routes.ts";
import { homeRoute, rootRoute, shellRoute } from "./shell/routes.ts";
import { ErrorView } from "./ui/error-view.tsx";
import { LoadingPage } from "./ui/loading-page.tsx";
import { NotFound } from "./ui/not-found.tsx";

const routeTree = rootRoute.addChildren([
  ...accountRoutes,
  shellRoute.addChildren([
    homeRoute,
    ...apiKeyRoutes,
    ...usageRoutes,
    ...requestRoutes,
    ...datasetRoutes,
    ...organizationRoutes,
    ...webhookRoutes,
    ...profileRoutes,
  ]),
]);

/** Creates the router of the console, below `/console`. The code of a page is loaded when the page is opened. */
export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    basepath: "/console",
    context: { queryClient },
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultPendingComponent: () => <LoadingPage heading="Loading" />,
    defaultErrorComponent: ErrorView,
    defaultNotFoundComponent: NotFound,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
