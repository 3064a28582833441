import type { ArgsField } from "./args-schema.ts";

/** The entered values by the name of the field. */
export type ArgsValues = Readonly<Record<string, string | boolean>>;

/** Errors of the entered values by JSON Pointer into the request body. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Returns the JSON Pointer (RFC 6901) of an argument in the request body. */
export function argPointer(name: string): string {
  return `/args/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Returns the `args` of a request. Empty fields are left out, because the model has its own defaults. */
export function argsOf(fields: readonly ArgsField[], values: ArgsValues): Record<string, unknown> {
  const entries = fields.flatMap((field) => {
    const value = values[field.name];
    if (value === undefined || value === "") return [];
    if (value === false && !field.isRequired) return [];
    return [[field.name, argOf(field, value)] as const];
  });
  return Object.fromEntries(entries);
}

/** Validates the values as far as possible without the server. The server checks patterns. */
export function checkArgs(fields: readonly ArgsField[], values: ArgsValues): FieldErrors {
  const errors = fields.flatMap((field) => {
    const error = checkArg(field, values[field.name] ?? "");
    return error === undefined ? [] : [[argPointer(field.name), error] as const];
  });
  return Object.fromEntries(errors);
}

function argOf(field: ArgsField, value: string | boolean): unknown {
  if (typeof value === "boolean") return value;
  if (field.kind === "number") return Number(value);
  return field.kind === "json" ? JSON.parse(value) : value;
}

function checkArg(field: ArgsField, value: string | boolean): string | undefined {
  if (typeof value === "boolean") return undefined;
  if (value.trim() === "") {
    return field.isRequired && field.kind !== "flag" ? "Fill in this field." : undefined;
  }
  if (field.kind === "text") return checkText(value, field);
  if (field.kind === "number") return checkNumber(Number(value), field);
  if (field.kind === "json" && !isJson(value)) return "This is not valid JSON.";
  return undefined;
}

function checkText(
  value: string,
  { minLength, maxLength }: { minLength: number; maxLength: number },
): string | undefined {
  // JSON Schema counts code points.
  const { length } = [...value];
  if (length < minLength) return `Use ${minLength} characters or more.`;
  return length > maxLength ? `Use ${maxLength} characters or fewer.` : undefined;
}

interface NumberRange {
  readonly isInteger: boolean;
  readonly minimum: number;
  readonly maximum: number;
}

function checkNumber(
  value: number,
  { isInteger, minimum, maximum }: NumberRange,
): string | undefined {
  if (!Number.isFinite(value)) return "Enter a number.";
  if (isInteger && !Number.isInteger(value)) return "Enter a whole number.";
  if (value < minimum) return `Enter ${minimum} or more.`;
  return value > maximum ? `Enter ${maximum} or less.` : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
