import { isReference } from "../document.ts";
import { type Edit, removed } from "./edit.ts";

/** A location in a JSON document and its value. */
export interface Place {
  readonly pointer: string;
  readonly value: unknown;
}

/** Removes a location, replaces its value, or adds a member. */
export type EditKind = "remove" | "replace" | "extend";

/** The fields that make a document OpenAPI. Other documents are out of scope for `contract:diff`. */
const indispensable = /\/(\$ref|url)$|\/parameters\/\w+\/(name|in)$|\/security(\/|$)/;

/** Every location in a document below its root. */
export function placesOf(value: unknown, pointer = ""): Place[] {
  const own = pointer === "" ? [] : [{ pointer, value }];
  if (typeof value !== "object" || value === null) return own;
  const inner = Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    placesOf(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
  return [...own, ...inner];
}

/** The edits of a location that keep the document comparable. */
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

/** Whether the location is in an OpenAPI reference, not a JSON Schema one: its siblings are ignored. */
export function isOpenApiReference({ pointer, value }: Place): boolean {
  return (
    isReference(value) && !/\/(schema|schemas|items|allOf|oneOf|anyOf|properties)\b/.test(pointer)
  );
}

function anotherThan(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : `${value}x`;
}
