/** Converts a docstring in Google's style to Markdown: its sections become lists and code. */
export function docstringMarkdown(docstring: string): string {
  return docstring
    .split(/\n\n+(?=\S)/)
    .map(section)
    .join("\n\n");
}

function section(text: string): string {
  const [heading = "", ...lines] = text.split("\n");
  if (heading === "Example:") return example(lines);
  if (/^(?:Args|Raises):$/.test(heading)) return list(lines);
  return inline(text);
}

/** Converts lines such as `name: description`. Continuation lines have a deeper indentation. */
function list(lines: readonly string[]): string {
  const items = lines.join("\n").split(/\n(?= {4}\S)/);
  return items
    .map((item) => {
      const [, name = "", text = ""] = /^\s*([\w*]+): ([\s\S]*)$/.exec(item) ?? [];
      return `- \`${name}\`: ${inline(text.replaceAll(/\s+/g, " "))}`;
    })
    .join("\n");
}

function example(lines: readonly string[]): string {
  const code = lines.map((line) => line.replace(/^ {4}/, "").replace(/^(?:>>>|\.\.\.) ?/, ""));
  return `\`\`\`py\n${code.join("\n").trim()}\n\`\`\``;
}

/** Converts reStructuredText's code to Markdown's, and escapes characters that MDX would treat as mark-up. */
function inline(text: string): string {
  return text
    .replaceAll(/(?::\w+:`|``)([^`]+)``?/g, "`$1`")
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replaceAll(/[<*_]/g, "\\$&")))
    .join("");
}
