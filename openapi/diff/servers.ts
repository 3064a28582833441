import { isSame, type Note } from "./change.ts";
import { below, type Located, membersOf } from "./located.ts";
import { compareMaps } from "./maps.ts";
import type { ApiServer, ServerVariable } from "./openapi.ts";
import type { LocatedOperation } from "./operations.ts";
import { compareRest } from "./rest.ts";

type Servers = Located<readonly ApiServer[]>;

/** Compares the servers of an operation or its path. */
export function compareOwnServers(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  const [before, after] = [ownServersOf(old), ownServersOf(now)];
  if (before || after)
    compareServers(before ?? rootServersOf(old), after ?? rootServersOf(now), note);
}

/** Compares two lists of servers; SDKs use the first one. */
export function compareServers(old: Servers, now: Servers, note: Note): void {
  const [before, after] = [serversByUrl(old), serversByUrl(now)];
  compareMaps(before, after, {
    both: (was, is) => compareServer(was, is, note),
    gone: (_, url) => note("breaking", old.pointer, `the server ${url} is gone`),
    added: (_, url) => note("compatible", now.pointer, `the server ${url} is new`),
  });
  compareOrder([...before.keys()], [...after.keys()], (verdict, message) =>
    note(verdict, now.pointer, message),
  );
}

/** The servers of a document. The default is `/`. */
export function rootServersOf({ document }: Located<unknown>): Servers {
  const { servers = [] } = document;
  return { document, pointer: "#/servers", node: servers.length > 0 ? servers : [{ url: "/" }] };
}

function ownServersOf(operation: LocatedOperation): Servers | undefined {
  for (const owner of [operation, operation.path]) {
    const { servers } = owner.node;
    if (servers && servers.length > 0) return below(owner, ["servers"], servers);
  }
  return undefined;
}

function compareOrder(
  before: readonly string[],
  after: readonly string[],
  note: (verdict: "breaking" | "docs", message: string) => void,
): void {
  const [first = ""] = before;
  if (after.includes(first) && after[0] !== first) {
    note("breaking", `the first server, which SDKs use, is now ${after[0]}`);
  } else if (!isSame(before, after) && isSame(before.toSorted(), after.toSorted())) {
    note("docs", "the order of the servers changed");
  }
}

function compareServer(old: Located<ApiServer>, now: Located<ApiServer>, note: Note): void {
  compareMaps(variablesOf(old), variablesOf(now), {
    both: (before, after) => compareVariable(before, after, note),
    gone: (_, name) => note("breaking", old.pointer, `the server variable ${name} is gone`),
    added: ({ pointer }, name) => note("compatible", pointer, `the server variable ${name} is new`),
  });
  compareRest(old, now, { note, compared: ["url", "variables"] });
}

function compareVariable(
  old: Located<ServerVariable>,
  now: Located<ServerVariable>,
  note: Note,
): void {
  const [before, after] = [old.node, now.node];
  if (before.default !== after.default) {
    const what = `the default of the server variable was ${before.default}, is ${after.default}`;
    note("breaking", now.pointer, `${what}: SDKs call another server`);
  }
  const refused = (before.enum ?? []).filter((value) => after.enum && !after.enum.includes(value));
  if (refused.length > 0 || (after.enum && !before.enum)) {
    note("breaking", now.pointer, "the server variable accepts fewer values");
  } else if (!isSame(before.enum, after.enum)) {
    note("compatible", now.pointer, "the server variable accepts more values");
  }
  compareRest(old, now, { note, compared: ["default", "enum"] });
}

function variablesOf(server: Located<ApiServer>): Map<string, Located<ServerVariable>> {
  return membersOf(server, ["variables"], server.node.variables);
}

function serversByUrl(servers: Servers): Map<string, Located<ApiServer>> {
  const located = servers.node.map((server, index) => below(servers, [String(index)], server));
  return new Map(located.map((server) => [server.node.url, server]));
}
