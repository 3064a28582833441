import type { SidebarsConfig } from "@docusaurus/plugin-content-docs";
import { kebab } from "./address.ts";
import { contract } from "./contract.ts";
import { errorCodes } from "./error-page.ts";

type Sidebar = SidebarsConfig[string];

/** The sidebar of the reference: operations grouped by tag, in the contract's order. */
export const referenceSidebar: Sidebar = [
  "generated/reference/overview",
  ...(contract.document.tags ?? []).map(({ name }) => ({
    type: "category" as const,
    label: name,
    collapsed: false,
    items: contract.operations
      .filter(({ tag }) => tag === name)
      .map(({ id }) => `generated/reference/${kebab(id)}`),
  })),
  "generated/reference/schemas",
];

export const errorsSidebar: Sidebar = [
  "generated/errors/overview",
  ...errorCodes.map((code) => `generated/errors/${kebab(code)}`),
];
