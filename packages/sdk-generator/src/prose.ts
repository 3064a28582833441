/** How each generated module begins, before the command. */
export const NOTICE = "Generated from the contract. Do not edit; run";

/** Text in lines, none wider than asked for if its words allow it. */
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

/** The paragraphs of a description in Markdown. */
export function paragraphsOf(markdown: string): string[] {
  return markdown
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
    .filter(Boolean);
}

/** A sentence ends with a full stop. */
export function sentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}

/** `createDataset` as `CreateDataset`. */
export function pascalCase(camelCase: string): string {
  return camelCase.slice(0, 1).toUpperCase() + camelCase.slice(1);
}

/** What a key needs for an operation, as a paragraph; none if it needs no scope. */
export function needsOf({ scopes }: { readonly scopes: readonly string[] }): string[] {
  const named = scopes.map((scope) => `\`${scope}\``).join(" and ");
  return named === "" ? [] : [`Needs the scope${scopes.length > 1 ? "s" : ""} ${named}.`];
}
