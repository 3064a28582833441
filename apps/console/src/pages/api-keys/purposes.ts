import type { Scope } from "@sinkove/contract";
import { SCOPES } from "./scopes.ts";

/** The purpose of a key, with the scopes that it needs. */
export interface Purpose {
  readonly id: "read" | "training" | "ci" | "full" | "custom";
  readonly label: string;
  readonly text: string;
  readonly scopes: readonly Scope[];
}

/** Templates with the minimum scopes of each purpose. */
export const PURPOSES: readonly Purpose[] = [
  {
    id: "read",
    label: "Read datasets",
    text: "List and download datasets. Cannot request new ones, so it spends no credits.",
    scopes: ["datasets:read", "models:read"],
  },
  {
    id: "training",
    label: "Training pipeline",
    text: "Request datasets, wait for them and download them. Spends credits.",
    scopes: ["datasets:read", "datasets:write", "models:read", "organizations:read"],
  },
  {
    id: "ci",
    label: "CI",
    text: "Check in a build that datasets exist.",
    scopes: ["datasets:read"],
  },
  {
    id: "full",
    label: "Full access",
    text: "Everything that you may do, including issuing more keys. Rarely needed.",
    scopes: SCOPES.map(({ id }) => id),
  },
  { id: "custom", label: "Custom", text: "Choose the scopes yourself.", scopes: [] },
];

/** Returns the purpose with an id. */
export function purposeOf(id: Purpose["id"]): Purpose {
  const purpose = PURPOSES.find((candidate) => candidate.id === id);
  if (!purpose) throw new Error(`Unknown purpose: ${id}.`);
  return purpose;
}
