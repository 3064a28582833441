import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { query } from "../api/client.ts";
import { isSignedOut } from "../api/problem-error.ts";
import { ErrorPage } from "../ui/error-page.tsx";
import { whenOnline } from "./when-online.ts";

/** The root of every page. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  errorComponent: ErrorPage,
});

/** The form of every id in an address. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The parent route of pages that need a session. They are shown within the navigation. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  component: lazyRouteComponent(
    whenOnline(() => import("./shell.tsx")),
    "Shell",
  ),
  errorComponent: ErrorPage,
  beforeLoad: async ({ context, location, params }) => {
    try {
      await context.queryClient.ensureQueryData(query.queryOptions("get", "/me"));
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: "/sign-in", search: { returnTo: location.href }, replace: true });
    }
    if (!Object.values<string>(params).every((id) => UUID.test(id))) throw notFound();
  },
});

/** The root path redirects to the API keys, which most people want to see. */
export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/api-keys", replace: true });
  },
});
