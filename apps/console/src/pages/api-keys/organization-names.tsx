import type { ReactNode } from "react";
import { query } from "../../api/client.ts";

interface OrganizationNamesProps {
  /** Null for all organizations of the account. */
  readonly ids: readonly string[] | null;
}

/** The names of the organizations that a key reaches. */
export function OrganizationNames({ ids }: OrganizationNamesProps): ReactNode {
  const { data } = query.useQuery("get", "/me");
  if (ids === null) return "All organizations";
  const names = new Map(data?.organizations.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? "An organization that you left").join(", ");
}
