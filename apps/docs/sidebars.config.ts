import type { SidebarsConfig } from "@docusaurus/plugin-content-docs";
import { errorsSidebar, referenceSidebar } from "./plugins/reference/sidebar.ts";

export default {
  guides: ["get-started", "authentication", "guides/rotation", "guides/rate-limits", "guides/errors-and-retries"],
  reference: referenceSidebar,
  errors: errorsSidebar,
} satisfies SidebarsConfig;
