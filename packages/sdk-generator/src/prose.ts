/** The start of each generated module's notice. The command follows. */
export const NOTICE = "Generated from the contract. Do not edit; run";

/** Wraps text into lines of the given width. A longer word gets its own line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** Returns the paragraphs of a Markdown description. */
export function paragraphsOf(markdown: string): string[] {
  return markdown
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
    .filter(Boolean);
}

/** Ends a text with a full stop unless it already ends with a punctuation mark. */
export function sentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}

/** Converts `createDataset` to `CreateDataset`. */
export function pascalCase(camelCase: string): string {
  return camelCase.slice(0, 1).toUpperCase() + camelCase.slice(1);
}

/** Returns a paragraph about the scopes that an operation needs, or an empty list if it needs none. */
export function needsOf({ scopes }: { readonly scopes: readonly string[] }): string[] {
  const named = scopes.map((scope) => `\`${scope}\``).join(" and ");
  return named === "" ? [] : [`Needs the scope${scopes.length > 1 ? "s" : ""} ${named}.`];
}
