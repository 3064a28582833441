import type { Document } from "../document.ts";
import { isSame, type Note } from "./change.ts";
import { below } from "./located.ts";
import type { Api } from "./openapi.ts";
import { pathsOf, rootOf, webhookItemsOf } from "./operations.ts";
import { comparePathItems } from "./path-items.ts";
import { compareRest, isExtension } from "./rest.ts";
import { compareServers, rootServersOf } from "./servers.ts";

const compared = [
  ...["jsonSchemaDialect", "info", "servers", "security", "paths", "webhooks", "components"],
];

/** The default dialect of OpenAPI 3.1 is JSON Schema 2020-12 with OpenAPI's annotations. */
const usualDialects = new Set<unknown>([
  undefined,
  "https://spec.openapis.org/oas/3.1/dialect/base",
  "https://json-schema.org/draft/2020-12/schema",
]);

/** Compares the parts of a document that apply to all its operations. */
export function compareRoot(old: Api, now: Api, note: Note): void {
  if (!isSame(old.info, now.info)) note("docs", "#/info", "the description of the API changed");
  compareServers(rootServersOf(rootOf(old)), rootServersOf(rootOf(now)), note);
  compareDialects(old, now, note);
  compareRest(rootOf(old), rootOf(now), { note, compared });
  for (const field of ["paths", "components"] as const)
    compareExtensions(field, { old, now, note });
  comparePathItems(pathsOf(old), pathsOf(now), note);
  comparePathItems(webhookItemsOf(old), webhookItemsOf(now), note);
}

function compareDialects(old: Document, now: Document, note: Note): void {
  const [before, after] = [old.jsonSchemaDialect, now.jsonSchemaDialect];
  if (before === after) return;
  const isUsual = usualDialects.has(before) && usualDialects.has(after);
  const message = isUsual
    ? "the same dialect of JSON Schema has another name"
    : "schemas are written in another dialect: they can mean something else";
  note(isUsual ? "docs" : "breaking", "#/jsonSchemaDialect", message);
}

/** Compares extensions only: everything else in these maps is compared by operation or component. */
function compareExtensions(
  field: "paths" | "components",
  { old, now, note }: { readonly old: Api; readonly now: Api; readonly note: Note },
): void {
  const before = below(rootOf(old), [field], old[field] ?? {});
  const after = below(rootOf(now), [field], now[field] ?? {});
  const keys = [before, after].flatMap(({ node }) => Object.keys(node));
  compareRest(before, after, { note, compared: keys.filter((key) => !isExtension(key)) });
}
