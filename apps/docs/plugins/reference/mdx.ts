import { lastChangeOf } from "./last-change.mts";

/**
 * Returns the front matter of a generated page, with the contract's date. JSON is valid YAML, so nothing needs
 * escaping.
 */
export function frontMatter(fields: Readonly<Record<string, unknown>>): string {
  const date = lastChangeOf("openapi");
  const all = date === undefined ? fields : { ...fields, last_update: { date } };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n`;
}

/** Writes an element whose attributes are data. */
export function element(name: string, attributes: Readonly<Record<string, unknown>>): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}={${JSON.stringify(value)}}`);
  return `<${name}${written.join("")} />`;
}

/**
 * Converts text of the contract to Markdown that is safe in MDX: escapes `{id}` and `<url>`, and fences indented code,
 * which MDX does not support.
 */
export function prose(text: string): string {
  return text
    .split(/\n\n((?: {4}[^\n]*\n)+)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : fenced(part)))
    .join("")
    .trim();
}

function fenced(indented: string): string {
  return `\n\n${codeBlock("text", indented.replaceAll(/^ {4}/gm, "").trimEnd())}\n`;
}

function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replace(/[{}<>]/g, "\\$&")))
    .join("");
}

export function codeBlock(language: string, source: string): string {
  return `\`\`\`${language}\n${source}\n\`\`\``;
}
