import { isReference } from "../document.ts";
import { type Edit, removed } from "./edit.ts";

/** A place of a JSON document, and what is there. */
export interface Place {
  readonly pointer: string;
  readonly value: unknown;
}

/** A place is taken away, gets another value, or gets one more member. */
export type EditKind = "remove" | "replace" | "extend";

/** What a document without is not OpenAPI: `contract:diff` is for documents that are. */
const indispensable = /\/(\$ref|url)$|\/parameters\/\w+\/(name|in)$|\/security(\/|$)/;

/** Every place of a document below its root. */
export function placesOf(value: unknown, pointer = ""): Place[] {
  const own = pointer === "" ? [] : [{ pointer, value }];
  if (typeof value !== "object" || value === null) return own;
  const inner = Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    placesOf(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
  return [...own, ...inner];
}

/** The edits of a place that leave the document one that can be compared. */
export function editsOf({ pointer, value }: Place): EditKind[] {
  const isObject = typeof value === "object" && value !== null;
  return [
    ...(indispensable.test(pointer) ? [] : (["remove"] as const)),
    ...(isObject ? [] : (["replace"] as const)),
    ...(isObject && !Array.isArray(value) && !indispensable.test(pointer)
      ? (["extend"] as const)
      : []),
  ];
}

export function editOf({ pointer, value }: Place, kind: EditKind): Edit {
  if (kind === "remove") return { [pointer]: removed };
  if (kind === "extend") return { [`${pointer}/x-added`]: {} };
  return { [pointer]: anotherThan(value) };
}

/** Whether the place is a reference of OpenAPI, not of JSON Schema: what stands beside it is ignored. */
export function isOpenApiReference({ pointer, value }: Place): boolean {
  return (
    isReference(value) && !/\/(schema|schemas|items|allOf|oneOf|anyOf|properties)\b/.test(pointer)
  );
}

function anotherThan(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : `${value}x`;
}
