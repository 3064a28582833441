import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../shell/routes.ts";
import { whenOnline } from "../../shell/when-online.ts";

export const profileRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/profile",
    component: lazyRouteComponent(
      whenOnline(() => import("./profile-page.tsx")),
      "ProfilePage",
    ),
  }),
] as const;
