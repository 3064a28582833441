import type { RequestBody } from "../document.ts";
import { compareCallbacks } from "./callbacks.ts";
import { isSentByClients, type Note } from "./change.ts";
import { compareContent } from "./content.ts";
import { compareDeprecation } from "./deprecation.ts";
import type { Located } from "./located.ts";
import type { Recall } from "./memory.ts";
import { type LocatedOperation, requestBodyOf } from "./operations.ts";
import { compareParameters } from "./parameters.ts";
import { compareRequired } from "./required.ts";
import { compareResponses } from "./responses.ts";
import { compareRest } from "./rest.ts";
import { createSchemaComparison } from "./schema/compare.ts";
import type { Comparison } from "./schema/comparison.ts";
import { compareSdkMethods } from "./sdk-methods.ts";
import { compareProof, compareSecurity } from "./security.ts";
import { compareOwnServers } from "./servers.ts";

export interface OperationComparison {
  readonly note: Note;
  readonly recall: Recall;
  /** The sender of the request: a client, or the API for webhooks and callbacks. */
  readonly caller: "client" | "api";
}

const compared = [
  ...["operationId", "deprecated", "security", "servers", "x-sdk"],
  ...["parameters", "requestBody", "responses", "callbacks"],
];

/** Compares two versions of an operation. */
export function compareOperation(
  old: LocatedOperation,
  now: LocatedOperation,
  { note, recall, caller }: OperationComparison,
): void {
  if (old.name !== now.name) {
    note("breaking", now.pointer, `the operationId was ${old.name}: SDKs name methods after it`);
  } else if (caller === "client") compareSdkMethods(old, now, note);
  compareDeprecation(old, now, { note, what: "the operation" });
  if (caller === "client") compareSecurity(old, now, note);
  else compareProof(old, now, note);
  compareOwnServers(old, now, note);
  const side = caller === "client" ? "request" : "delivery";
  const asking = { side, note, compare: createSchemaComparison(side, note) } as const;
  compareParameters(old, now, asking);
  compareRequestBody(old, now, asking);
  compareResponses(old, now, { note, recall, side: caller === "client" ? "response" : "reply" });
  compareCallbacks(old, now, {
    note,
    compareDelivery: (before, after) =>
      compareOperation(before, after, { note, recall, caller: "api" }),
  });
  compareRest(old, now, { note, compared });
}

function compareRequestBody(
  old: LocatedOperation,
  now: LocatedOperation,
  comparison: Comparison,
): void {
  const [before, after] = [requestBodyOf(old), requestBodyOf(now)];
  if (before && after) compareBodies(before, after, comparison);
  if (before && !after) comparison.note("breaking", before.pointer, "the request body is gone");
  if (!before && after) noteAdded(after, comparison);
}

function noteAdded(body: Located<RequestBody>, { side, note }: Comparison): void {
  const word = body.node.required ? "a required" : "an optional";
  const breaks = body.node.required && isSentByClients(side);
  note(breaks ? "breaking" : "compatible", body.pointer, `${word} request body is new`);
}

function compareBodies(
  old: Located<RequestBody>,
  now: Located<RequestBody>,
  comparison: Comparison,
): void {
  compareRequired(old, now, { ...comparison, what: "the request body" });
  compareLimit(old, now, comparison);
  compareContent(old, now, comparison);
  compareRest(old, now, {
    note: comparison.note,
    compared: ["required", "content", "x-max-body-bytes"],
  });
}

/** Compares body limits. A limit that is new in the document still allows every body that was valid before. */
function compareLimit(
  old: Located<RequestBody>,
  now: Located<RequestBody>,
  { side, note }: Comparison,
): void {
  const [before, after] = [old.node["x-max-body-bytes"], now.node["x-max-body-bytes"]];
  if (before === after) return;
  const at = `${now.pointer}/x-max-body-bytes`;
  if (before === undefined || after === undefined) {
    const what = after === undefined ? "any number of" : `at most ${after}`;
    note("compatible", at, `the body may have ${what} bytes`);
    return;
  }
  const breaks = isSentByClients(side) ? after < before : after > before;
  const message = `the body may have at most ${after} bytes instead of ${before}`;
  note(breaks ? "breaking" : "compatible", at, message);
}
