import type { Document } from "../document.ts";
import { type Change, isSame, type Note } from "./change.ts";
import { createMemory } from "./memory.ts";
import { compareOperation } from "./operation.ts";
import { operationsOf } from "./operations.ts";

/** Tells what changed between two bundled OpenAPI documents, and whether it breaks clients of the old one. */
export function compareDocuments(old: Document, now: Document): Change[] {
  const changes: Change[] = [];
  const noteFor =
    (operation: string): Note =>
    (verdict, at, message) =>
      changes.push({ verdict, operation, at, message });
  compareRoot(old, now, noteFor("document"));
  const recall = createMemory();
  const [before, after] = [operationsOf(old), operationsOf(now)];
  for (const [key, operation] of before) {
    const other = after.get(key);
    const note = noteFor(other?.name ?? operation.name);
    if (other) compareOperation(operation, other, { note, recall });
    else note("breaking", operation.pointer, "the operation is gone");
  }
  for (const [key, { name, pointer }] of after) {
    if (!before.has(key)) noteFor(name)("compatible", pointer, "the operation is new");
  }
  return changes;
}

function compareRoot(old: Document, now: Document, note: Note): void {
  if (!isSame(old.info, now.info)) note("docs", "#/info", "the description of the API changed");
  compareServers(old, now, note);
  const [before, after] = [old, now].map((document) => document.components?.securitySchemes ?? {});
  for (const [name, scheme] of Object.entries(before ?? {})) {
    const at = `#/components/securitySchemes/${name}`;
    const other = after?.[name];
    if (!isSame(withoutDescription(scheme), withoutDescription(other))) {
      note("breaking", at, "keys are presented another way");
    } else if (!isSame(scheme, other)) note("docs", at, "the description changed");
  }
}

function compareServers(old: Document, now: Document, note: Note): void {
  const [before, after] = [old, now].map(({ servers = [] }) => servers.map(({ url }) => url));
  for (const url of before ?? []) {
    if (!after?.includes(url)) note("breaking", "#/servers", `the server ${url} is gone`);
  }
  for (const url of after ?? []) {
    if (!before?.includes(url)) note("compatible", "#/servers", `the server ${url} is new`);
  }
  if (before?.[0] !== undefined && after?.includes(before[0]) && after[0] !== before[0]) {
    note("breaking", "#/servers", `the first server, which SDKs use, is now ${after[0]}`);
  }
}

function withoutDescription(scheme: unknown): unknown {
  if (typeof scheme !== "object" || scheme === null) return scheme;
  return { ...scheme, description: undefined, bearerFormat: undefined };
}
