import type { RequestBody } from "../document.ts";
import { isSame, type Note } from "./change.ts";
import { compareContent } from "./content.ts";
import { below, follow, type Located } from "./located.ts";
import type { Recall } from "./memory.ts";
import type { LocatedOperation } from "./operations.ts";
import { compareParameters, compareRequired } from "./parameters.ts";
import { compareResponses } from "./responses.ts";
import { createSchemaComparison } from "./schema/compare.ts";
import type { Comparison } from "./schema/comparison.ts";
import { compareSecurity } from "./security.ts";

/** Compares an operation with what it was. */
export function compareOperation(
  old: LocatedOperation,
  now: LocatedOperation,
  { note, recall }: { readonly note: Note; readonly recall: Recall },
): void {
  compareNames(old, now, note);
  compareSecurity(old, now, note);
  const sending = { note, compare: createSchemaComparison("request", note) };
  compareParameters(old, now, sending);
  compareRequestBody(old, now, sending);
  compareResponses(old, now, { note, recall });
}

function compareNames(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  if (old.name !== now.name) {
    note("breaking", now.pointer, `the operationId was ${old.name}: SDKs name their methods by it`);
  }
  if (now.node.deprecated && !old.node.deprecated) {
    note("compatible", now.pointer, "the operation is deprecated");
  }
  for (const member of ["summary", "description", "tags"] as const) {
    if (isSame(old.node[member], now.node[member])) continue;
    note("docs", `${now.pointer}/${member}`, `the ${member} changed`);
  }
}

function compareRequestBody(
  old: LocatedOperation,
  now: LocatedOperation,
  sending: Pick<Comparison, "note" | "compare">,
): void {
  const [before, after] = [requestBodyOf(old), requestBodyOf(now)];
  if (before && after) {
    compareRequired(before, after, sending.note);
    compareLimit(before, after, sending.note);
    compareContent(before, after, sending);
  }
  if (before && !after) sending.note("breaking", before.pointer, "the request body is gone");
  if (before || !after) return;
  if (after.node.required)
    sending.note("breaking", after.pointer, "a required request body is new");
  else sending.note("compatible", after.pointer, "an optional request body is new");
}

/** Where none is stated yet, the limit that is new takes every body that was valid. */
function compareLimit(old: Located<RequestBody>, now: Located<RequestBody>, note: Note): void {
  const [before, after] = [old.node["x-max-body-bytes"], now.node["x-max-body-bytes"]];
  if (after === undefined || after === before) return;
  const isLower = before !== undefined && after < before;
  const message = `the body may have at most ${after} bytes${before === undefined ? "" : `, and not ${before}`}`;
  note(isLower ? "breaking" : "compatible", `${now.pointer}/x-max-body-bytes`, message);
}

function requestBodyOf(operation: LocatedOperation): Located<RequestBody> | undefined {
  const { requestBody } = operation.node;
  return requestBody && follow<RequestBody>(below(operation, ["requestBody"], requestBody));
}
