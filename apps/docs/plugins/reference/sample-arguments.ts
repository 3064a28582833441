import { pythonLiteral } from "./literal.ts";

/** Writes the fields of a body as keyword arguments, with their names in the Python SDK. */
export function pythonArguments(body: unknown, pythonName: (name: string) => string): string {
  const members = Object.entries(body ?? {}).map(([name, value]) => {
    return `${pythonName(name)}=${pythonLiteral(value, "    ")}`;
  });
  const line = members.join(", ");
  return line.length <= 48 ? line : `\n${members.map((member) => `    ${member},\n`).join("")}`;
}

/** Writes the body of a curl request. A single quote is written as `'\''`, which closes and reopens the quoted text. */
export function curlBody(body: unknown): string {
  return `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`;
}
