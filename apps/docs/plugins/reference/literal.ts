/** Writes a JSON value as TypeScript, with quotes only around the keys that need them. */
export function typescriptLiteral(value: unknown, indent = ""): string {
  return print(value, indent, {
    key: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)),
    scalar: (scalar) => JSON.stringify(scalar),
    padding: " ",
  });
}

const pythonScalars = new Map<unknown, string>([
  [null, "None"],
  [true, "True"],
  [false, "False"],
]);

/** Writes a JSON value as a Python literal. */
export function pythonLiteral(value: unknown, indent = ""): string {
  return print(value, indent, {
    key: (name) => JSON.stringify(name),
    scalar: (scalar) => pythonScalars.get(scalar) ?? JSON.stringify(scalar),
    padding: "",
  });
}

interface Notation {
  readonly key: (name: string) => string;
  readonly scalar: (value: unknown) => string;
  readonly padding: string;
}

const longestLine = 72;

function print(value: unknown, indent: string, notation: Notation): string {
  if (typeof value !== "object" || value === null) return notation.scalar(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? "[]" : "{}";
  const items = (inner: string) =>
    isList
      ? value.map((item) => print(item, inner, notation))
      : Object.entries(value).map(
          ([name, item]) => `${notation.key(name)}: ${print(item, inner, notation)}`,
        );
  const padding = isList ? "" : notation.padding;
  const line = `${open}${padding}${items("").join(", ")}${padding}${close}`;
  if (indent.length + line.length <= longestLine && !line.includes("\n")) return line;
  const deeper = `${indent}${indentation(notation)}`;
  const lines = items(deeper).map((item) => `${deeper}${item},\n`);
  return `${open}\n${lines.join("")}${indent}${close}`;
}

function indentation({ padding }: Notation): string {
  return padding === " " ? "  " : "    ";
}
