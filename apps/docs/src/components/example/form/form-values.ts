import type { FormField } from "../../../../plugins/reference/form-view.ts";

/** The values of the fields by JSON Pointer: a text, or the ticked values. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** The body that the fields of a form describe. */
export interface FormBody {
  readonly body: Readonly<Record<string, unknown>>;
  /** Fields whose values cannot be parsed, by JSON Pointer. */
  readonly faults: Readonly<Record<string, string>>;
}

/** A field and its position in the body. */
export interface PlacedField {
  readonly field: FormField;
  readonly pointer: string;
}

export function placed(fields: readonly FormField[], pointer = ""): readonly PlacedField[] {
  return fields.map((field) => ({ field, pointer: `${pointer}/${field.name}` }));
}

/** Returns the field values that describe a body. */
export function valuesOf(fields: readonly FormField[], body: unknown, pointer = ""): Values {
  // This cast is safe: the contract's examples match its schemas.
  const members = (body ?? {}) as Readonly<Record<string, unknown>>;
  return Object.assign(
    {},
    ...placed(fields, pointer).map(({ field, pointer: own }) => {
      const value = members[field.name];
      if (field.fields) return valuesOf(field.fields, value, own);
      return { [own]: textOf(field, value) };
    }),
  );
}

function textOf({ kind }: FormField, value: unknown): string | readonly string[] {
  if (kind === "choices") return Array.isArray(value) ? value.map(String) : [];
  if (value === undefined || value === null) return "";
  if (kind === "list" && Array.isArray(value)) return value.join("\n");
  return kind === "json" ? JSON.stringify(value, null, 2) : String(value);
}

/** Returns the body that the fields describe. Omits empty fields, and groups in which all fields are empty. */
export function bodyOf(fields: readonly FormField[], values: Values, pointer = ""): FormBody {
  const body: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const { field, pointer: own } of placed(fields, pointer)) {
    if (field.fields) {
      const inner = bodyOf(field.fields, values, own);
      Object.assign(faults, inner.faults);
      if (Object.keys(inner.body).length > 0) body[field.name] = inner.body;
      continue;
    }
    const value = values[own] ?? "";
    if (value.length === 0) continue;
    try {
      body[field.name] = read(field, value);
    } catch {
      faults[own] = 'is not JSON; write it like { "prompt": "cardiomegaly" }';
    }
  }
  return { body, faults };
}

/** Keeps a value that does not fit as text, so that the contract's validators report it. */
function read({ kind }: FormField, value: string | readonly string[]): unknown {
  if (typeof value !== "string") return value;
  switch (kind) {
    case "number":
      return value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
    case "boolean":
      return value === "true";
    case "list":
      return value.split(/[\s,]+/).filter((item) => item !== "");
    case "json":
      return JSON.parse(value);
    default:
      return value;
  }
}

/** Returns the field to which a violation belongs: the one with its pointer, or the closest enclosing one. */
export function fieldAt(pointers: readonly string[], violation: string): string | undefined {
  return pointers
    .filter((pointer) => violation === pointer || violation.startsWith(`${pointer}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}
