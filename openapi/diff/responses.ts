import type { Reference } from "../document.ts";
import { isSentByClients, type Note, type Side } from "./change.ts";
import { compareContent } from "./content.ts";
import { compareHeaders } from "./headers.ts";
import { compareLinks } from "./links.ts";
import { below, follow, type Located, membersOf } from "./located.ts";
import { compareMaps } from "./maps.ts";
import type { Recall } from "./memory.ts";
import type { ApiResponse } from "./openapi.ts";
import type { LocatedOperation } from "./operations.ts";
import { compareRest, isExtension } from "./rest.ts";
import { createSchemaComparison } from "./schema/compare.ts";

interface ResponseComparison {
  readonly note: Note;
  readonly recall: Recall;
  readonly side: Side;
}

/** Compares the responses of an operation by status. */
export function compareResponses(
  old: LocatedOperation,
  now: LocatedOperation,
  { note, recall, side }: ResponseComparison,
): void {
  compareMaps(responsesOf(old), responsesOf(now), {
    both(before, after) {
      const pair = [side, before.pointer, after.pointer].join(" ");
      recall(pair, note, (noteShared) =>
        compareResponse(before, after, { note: noteShared, side }),
      );
    },
    gone: (_, status) => noteRemoved(status, old, { note, side }),
    added: (_, status) => noteAdded(status, now, { note, side }),
  });
  compareExtensions(old, now, note);
}

type Noting = Pick<ResponseComparison, "note" | "side">;

function noteRemoved(status: string, { pointer }: LocatedOperation, { note, side }: Noting): void {
  const at = `${pointer}/responses/${status}`;
  if (isSentByClients(side)) note("breaking", at, `the reply ${status} is no longer accepted`);
  else if (isError(status)) note("compatible", at, `the error ${status} is gone`);
  else note("breaking", at, `the response ${status} is gone: clients that expect it break`);
}

function noteAdded(status: string, { pointer }: LocatedOperation, { note, side }: Noting): void {
  const at = `${pointer}/responses/${status}`;
  if (isSentByClients(side)) note("compatible", at, `the reply ${status} is accepted too`);
  else if (isError(status))
    note("compatible", at, `the error ${status} is new: clients must treat it as any other`);
  else note("breaking", at, `the response ${status} is new: clients do not expect it`);
}

function compareResponse(
  old: Located<ApiResponse>,
  now: Located<ApiResponse>,
  { note, side }: Noting,
): void {
  const comparison = { side, note, compare: createSchemaComparison(side, note) };
  compareHeaders(old, now, comparison);
  compareContent(old, now, comparison);
  compareLinks(old, now, note);
  compareRest(old, now, { note, compared: ["headers", "content", "links"] });
}

function responsesOf(operation: LocatedOperation): Map<string, Located<ApiResponse>> {
  const responses = membersOf<ApiResponse | Reference>(
    operation,
    ["responses"],
    operation.node.responses,
  );
  return new Map(
    [...responses]
      .filter(([status]) => !isExtension(status))
      .map(([status, response]) => [status, follow<ApiResponse>(response)]),
  );
}

function compareExtensions(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  const [before, after] = [old, now].map((operation) =>
    below(operation, ["responses"], operation.node.responses ?? {}),
  );
  if (!before || !after) return;
  const statuses = [before, after].flatMap(({ node }) => Object.keys(node));
  compareRest(before, after, { note, compared: statuses.filter((key) => !isExtension(key)) });
}

function isError(status: string): boolean {
  return !/^[123]/.test(status);
}
