import { docstringMarkdown } from "./docstring.mts";

/** A name of the Python package, from `packages/sdk-python/generated/reference.json`. */
export interface PythonName {
  readonly name: string;
  readonly kind: "class" | "function" | "coroutine" | "property" | "value";
  readonly bases?: readonly string[];
  /** Null if Python does not know the signature. */
  readonly signature?: string | null;
  readonly doc?: string | null;
  readonly fields?: Readonly<Record<string, string>>;
  readonly members?: readonly PythonName[];
}

/** The names that each module exports. */
export type PythonSurface = Readonly<Record<string, readonly PythonName[]>>;

const frontMatter = `---
title: Python SDK reference
sidebar_label: Reference
slug: /sdk/python/reference
description: Every public name of the Python package, with its signature and what it says of itself.
---`;

/** Returns a page with all public names. Each name is listed once, in the first module that exports it. */
export function pythonReference(surface: PythonSurface): string {
  const seen = new Set<string>();
  const modules = Object.entries(surface).map(([module, names]) => {
    const own = names.filter(({ name }) => !seen.has(name));
    for (const { name } of own) seen.add(name);
    return [`## ${module}`, ...own.map((each) => described(each, "###"))].join("\n\n");
  });
  const introduction =
    "Made from the package's own docstrings. [Python SDK](/sdk/python) tells how it is used, and which options a client and a call take.";
  return `${[frontMatter, introduction, ...modules].join("\n\n")}\n`;
}

function described(each: PythonName, heading: string): string {
  const { name, bases = [], fields = {}, members = [] } = each;
  const parents = bases.filter((base) => base !== "object").map((base) => `\`${base}\``);
  return [
    `${heading} \`${name}\``,
    ...(parents.length > 0 ? [`A kind of ${parents.join(" and ")}.`] : []),
    ...(isCalled(each) ? [signatureOf(each)] : []),
    docstringMarkdown(ownDoc(each)),
    ...fieldTable(fields),
    ...members.map((member) => described(member, `${heading}#`)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function ownDoc({ kind, doc }: PythonName): string {
  return kind === "value" ? "The version of the package." : (doc ?? "");
}

/** Whether programs call it themselves. Records and exceptions are created by the package. */
function isCalled({ kind, signature }: PythonName): boolean {
  if (typeof signature !== "string") return false;
  return kind === "function" || kind === "coroutine" || signature.includes("**options");
}

function signatureOf({ name, kind, signature }: PythonName): string {
  const own = (signature ?? "").replace(/^\(self(?:, )?/, "(").replace(/ -> None$/, "");
  return `\`\`\`py\n${kind === "coroutine" ? "await " : ""}${name}${own}\n\`\`\``;
}

function fieldTable(fields: Readonly<Record<string, string>>): string[] {
  const rows = Object.entries(fields).map(
    ([name, type]) => `| \`${name}\` | \`${type.replaceAll("|", "\\|")}\` |`,
  );
  return rows.length === 0 ? [] : [["| field | type |", "|---|---|", ...rows].join("\n")];
}
