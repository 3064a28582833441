import { edited } from "../edit.ts";
import { base } from "./base.ts";
import type { Case, CaseGroup } from "./case.ts";
import { messageCases } from "./message-cases.ts";
import { operationCases } from "./operation-cases.ts";
import { schemaCases } from "./schema-cases.ts";

/** All classes of changes to an API. */
export const groups: readonly CaseGroup[] = [...operationCases, ...messageCases, ...schemaCases];

/** The documents before and after a change. */
export function documentsOf({ before = {}, edit }: Case) {
  const old = edited(base, before);
  return { old, now: edited(old, edit) };
}
