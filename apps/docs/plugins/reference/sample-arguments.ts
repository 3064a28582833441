import { pythonLiteral } from "./literal.ts";

/** The members of a body as keyword arguments, by their names in the Python SDK. */
export function pythonArguments(body: unknown, pythonName: (name: string) => string): string {
  const members = Object.entries(body ?? {}).map(([name, value]) => {
    return `${pythonName(name)}=${pythonLiteral(value, "    ")}`;
  });
  const line = members.join(", ");
  return line.length <= 48 ? line : `\n${members.map((member) => `    ${member},\n`).join("")}`;
}

/** The body of a request by curl. A quote ends the quoted text, stands for itself, and begins it again. */
export function curlBody(body: unknown): string {
  return `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`;
}
