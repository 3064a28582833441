import type { Header, Reference, Response } from "../document.ts";
import type { Note } from "./change.ts";
import { compareBodySchema, compareContent } from "./content.ts";
import { follow, type Located, membersOf } from "./located.ts";
import type { Recall } from "./memory.ts";
import type { LocatedOperation } from "./operations.ts";
import { createSchemaComparison } from "./schema/compare.ts";
import type { Comparison } from "./schema/comparison.ts";

type Reading = Pick<Comparison, "note" | "compare">;

/** Compares the responses of an operation by status. */
export function compareResponses(
  old: LocatedOperation,
  now: LocatedOperation,
  { note, recall }: { readonly note: Note; readonly recall: Recall },
): void {
  const [before, after] = [responsesOf(old), responsesOf(now)];
  for (const [status, response] of before) {
    const other = after.get(status);
    if (!other) noteRemoved(status, old, note);
    else recall(`${response.pointer} ${other.pointer}`, note, compareResponse(response, other));
  }
  for (const status of after.keys()) {
    if (!before.has(status)) noteAdded(status, now, note);
  }
}

function noteRemoved(status: string, { pointer }: LocatedOperation, note: Note): void {
  const at = `${pointer}/responses/${status}`;
  if (isError(status)) note("compatible", at, `the error ${status} is gone`);
  else note("breaking", at, `the response ${status} is gone: clients that wait for it break`);
}

function noteAdded(status: string, { pointer }: LocatedOperation, note: Note): void {
  const at = `${pointer}/responses/${status}`;
  if (isError(status))
    note("compatible", at, `the error ${status} is new: clients must treat it as any other`);
  else note("breaking", at, `the response ${status} is new: clients do not expect it`);
}

function compareResponse(old: Located<Response>, now: Located<Response>) {
  return (note: Note): void => {
    if (old.node.description !== now.node.description) {
      note("docs", now.pointer, "the description changed");
    }
    const reading = { note, compare: createSchemaComparison("response", note) };
    compareHeaders(old, now, reading);
    compareContent(old, now, reading);
  };
}

function compareHeaders(old: Located<Response>, now: Located<Response>, reading: Reading): void {
  const [before, after] = [headersOf(old), headersOf(now)];
  for (const [name, header] of before) {
    const other = after.get(name);
    if (other) compareHeader(header, other, reading);
    else reading.note("breaking", `${old.pointer}/headers`, `the header ${name} is gone`);
  }
  for (const name of after.keys()) {
    if (!before.has(name))
      reading.note("compatible", `${now.pointer}/headers`, `the header ${name} is new`);
  }
}

function compareHeader(
  old: Located<Header>,
  now: Located<Header>,
  { note, compare }: Reading,
): void {
  if (old.node.required && !now.node.required) {
    note("breaking", now.pointer, "the header is no longer always there");
  }
  if (!old.node.required && now.node.required)
    note("compatible", now.pointer, "the header is always there");
  if (old.node.description !== now.node.description)
    note("docs", now.pointer, "the description changed");
  compareBodySchema(old, now, compare);
}

function responsesOf(operation: LocatedOperation): Map<string, Located<Response>> {
  const responses = membersOf<Response | Reference>(
    operation,
    ["responses"],
    operation.node.responses,
  );
  return new Map([...responses].map(([status, response]) => [status, follow<Response>(response)]));
}

/** Header names are the same in any case. */
function headersOf(response: Located<Response>): Map<string, Located<Header>> {
  const headers = membersOf<Header | Reference>(response, ["headers"], response.node.headers);
  return new Map(
    [...headers].map(([name, header]) => [name.toLowerCase(), follow<Header>(header)]),
  );
}

function isError(status: string): boolean {
  return !/^[123]/.test(status);
}
