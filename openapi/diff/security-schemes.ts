import type { Document } from "../document.ts";
import { isSame, type Note, type Verdict } from "./change.ts";
import { below, follow, type Located, membersOf } from "./located.ts";
import { compareMaps } from "./maps.ts";
import type { OAuthFlow, SecurityScheme } from "./openapi.ts";
import { operationsOf, rootOf } from "./operations.ts";
import { compareRest } from "./rest.ts";
import { schemesOf } from "./security.ts";

/** The fields that say where and how credentials are sent. */
const presentation = ["type", "in", "name", "scheme", "openIdConnectUrl"];

/** Compares security schemes. A change of a scheme that no operation uses does not affect clients. */
export function compareSecuritySchemes(old: Document, now: Document, note: Note): void {
  const [before, after] = [schemesByName(old), schemesByName(now)];
  const used = schemesOf([...operationsOf(old).values(), ...operationsOf(now).values()]);
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const noteScheme: Note = used.has(name)
      ? note
      : (_verdict, at, message) => note("docs", at, `${message}; no operation uses it`);
    compareScheme(name, { old: before.get(name), now: after.get(name), note: noteScheme });
  }
}

interface SchemePair {
  readonly old: Located<SecurityScheme> | undefined;
  readonly now: Located<SecurityScheme> | undefined;
  readonly note: Note;
}

function compareScheme(name: string, { old, now, note }: SchemePair): void {
  if (!old || !now) {
    // Operations report whether they refuse credentials that they accepted before.
    if (now) note("compatible", now.pointer, `the security scheme ${name} is new`);
    if (old) note("breaking", old.pointer, `the security scheme ${name} is gone`);
    return;
  }
  const changed = presentation.filter((field) => !isSame(old.node[field], now.node[field]));
  if (changed.length > 0) {
    note("breaking", now.pointer, "credentials are sent differently");
    return;
  }
  compareFlows(old, now, note);
  compareRest(old, now, { note, compared: [...presentation, "flows"] });
}

function compareFlows(
  old: Located<SecurityScheme>,
  now: Located<SecurityScheme>,
  note: Note,
): void {
  compareMaps(flowsOf(old), flowsOf(now), {
    both: (before, after) => compareFlow(before, after, note),
    gone: ({ pointer }, name) => note("breaking", pointer, `the flow ${name} is gone`),
    added: ({ pointer }, name) => note("compatible", pointer, `the flow ${name} is new`),
  });
}

function flowsOf(scheme: Located<SecurityScheme>): Map<string, Located<OAuthFlow>> {
  return membersOf(scheme, ["flows"], scheme.node.flows);
}

function compareFlow(old: Located<OAuthFlow>, now: Located<OAuthFlow>, note: Note): void {
  const urls = ["authorizationUrl", "tokenUrl", "refreshUrl"];
  for (const field of urls) {
    if (isSame(old.node[field], now.node[field])) continue;
    note("breaking", now.pointer, `the ${field} of the flow changed`);
  }
  compareScopes(old, now, note);
  compareRest(old, now, { note, compared: [...urls, "scopes"] });
}

function compareScopes(old: Located<OAuthFlow>, now: Located<OAuthFlow>, note: Note): void {
  const [before, after] = [old.node.scopes ?? {}, now.node.scopes ?? {}];
  for (const scope of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[scope] === after[scope]) continue;
    const [verdict, word] = verdictOf(scope in before, scope in after);
    const { pointer } = below(scope in after ? now : old, ["scopes", scope], undefined);
    note(verdict, pointer, `the scope ${scope} ${word}`);
  }
}

function verdictOf(was: boolean, is: boolean): readonly [Verdict, string] {
  if (!is) return ["breaking", "is gone"];
  return was ? ["docs", "has another description"] : ["compatible", "is new"];
}

function schemesByName(document: Document): Map<string, Located<SecurityScheme>> {
  const schemes = document.components?.securitySchemes;
  const located = membersOf(rootOf(document), ["components", "securitySchemes"], schemes);
  return new Map(
    [...located].map(([name, scheme]) => [
      name,
      follow<SecurityScheme>({ ...scheme, node: Object(scheme.node) }),
    ]),
  );
}
