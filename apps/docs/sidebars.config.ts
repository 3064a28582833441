import type { SidebarsConfig } from "@docusaurus/plugin-content-docs";

export default { guides: ["get-started"] } satisfies SidebarsConfig;
