interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly isRequired: boolean;
}

interface TextField {
  readonly kind: "text";
  readonly minLength: number;
  readonly maxLength: number;
}

interface NumberField {
  readonly kind: "number";
  readonly isInteger: boolean;
  readonly minimum: number;
  readonly maximum: number;
}

interface ChoiceField {
  readonly kind: "choice";
  readonly choices: readonly string[];
}

interface FlagField {
  readonly kind: "flag";
}

interface JsonField {
  readonly kind: "json";
}

type Control = TextField | NumberField | ChoiceField | FlagField | JsonField;

/**
 * A form field for a property of a model's `argsSchema`. The type `json` is for properties without a specific control.
 */
export type ArgsField = FieldBase & Control;

type Schema = Readonly<Record<string, unknown>>;

/** Returns the form fields for an `argsSchema` (JSON Schema 2020-12), required fields first. */
export function fieldsOf(schema: Schema): readonly ArgsField[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(objectOf(schema.properties)).map(([name, property]) =>
    fieldOf(name, objectOf(property), required.includes(name)),
  );
  return fields.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
}

function fieldOf(name: string, property: Schema, isRequired: boolean): ArgsField {
  const { title, description } = property;
  return {
    name,
    label: typeof title === "string" ? title : labelOf(name),
    description: typeof description === "string" ? description : undefined,
    isRequired,
    ...controlOf(property),
  };
}

function controlOf(property: Schema): Control {
  const { type } = property;
  if (isTexts(property.enum)) return { kind: "choice", choices: property.enum };
  if (type === "boolean") return { kind: "flag" };
  if (type === "string") {
    const minLength = numberOr(property.minLength, 0);
    return { kind: "text", minLength, maxLength: numberOr(property.maxLength, Infinity) };
  }
  if (type === "integer" || type === "number") {
    return {
      kind: "number",
      isInteger: type === "integer",
      minimum: numberOr(property.minimum, -Infinity),
      maximum: numberOr(property.maximum, Infinity),
    };
  }
  return { kind: "json" };
}

/** Turns the name of a property into a label: "inspirationLevel" and "inspiration_level" become "Inspiration level". */
function labelOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function objectOf(value: unknown): Schema {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
