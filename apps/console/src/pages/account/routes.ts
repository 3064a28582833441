import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { onlyValid } from "../../shell/only-valid.ts";
import { rootRoute } from "../../shell/routes.ts";
import { whenOnline } from "../../shell/when-online.ts";
import { keepToken } from "./link-token.ts";
import { readReturnTo } from "./return-to.ts";

/**
 * The routes of people who are not signed in. Mailed links have their tokens in the fragment, which is not sent to the
 * server.
 */
export const accountRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in",
    validateSearch: onlyValid(readReturnTo),
    component: lazyRouteComponent(
      whenOnline(() => import("./sign-in-page.tsx")),
      "SignInPage",
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-up",
    validateSearch: onlyValid(readReturnTo),
    component: lazyRouteComponent(
      whenOnline(() => import("./sign-up-page.tsx")),
      "SignUpPage",
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/forgotten-password",
    component: lazyRouteComponent(
      whenOnline(() => import("./forgotten-password-page.tsx")),
      "ForgottenPasswordPage",
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reset-password",
    beforeLoad: ({ location }) => keepToken(location),
    component: lazyRouteComponent(
      whenOnline(() => import("./reset-password-page.tsx")),
      "ResetPasswordPage",
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/verify-email",
    beforeLoad: ({ location }) => keepToken(location),
    component: lazyRouteComponent(
      whenOnline(() => import("./verify-email-page.tsx")),
      "VerifyEmailPage",
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/welcome",
    beforeLoad: ({ location }) => keepToken(location),
    component: lazyRouteComponent(
      whenOnline(() => import("./welcome-page.tsx")),
      "WelcomePage",
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/invitations",
    beforeLoad: ({ location }) => keepToken(location),
    component: lazyRouteComponent(
      whenOnline(() => import("./invitation-page.tsx")),
      "InvitationPage",
    ),
  }),
] as const;
