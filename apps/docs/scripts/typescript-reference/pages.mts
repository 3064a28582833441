import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { lastChangeOf } from "../../plugins/reference/last-change.ts";

/** A page of the reference: the name of an export, and Markdown with front matter. */
export interface ReferencePage {
  readonly name: string;
  readonly text: string;
}

export interface KnownNames {
  /** The contract's schemas, which have a place in the API reference. */
  readonly schemas: readonly string[];
  /** What the SDK exports; TypeDoc has pages of other things too. */
  readonly exported: ReadonlySet<string>;
}

const groups = [
  { title: "The client", kind: "classes", wanted: (name: string) => !name.endsWith("Error") },
  { title: "Errors", kind: "classes", wanted: (name: string) => name.endsWith("Error") },
  { title: "Options and answers", kind: "interfaces", wanted: () => true },
  { title: "Types", kind: "type-aliases", wanted: () => true },
] as const;

/** The pages of TypeDoc's output, with addresses and links that say nothing of files, and one that lists them. */
export async function* pagesOf(raw: string, known: KnownNames): AsyncGenerator<ReferencePage> {
  const listed: { name: string; kind: string; summary: string }[] = [];
  const files: string[] = [];
  for await (const file of glob("**/*.md", { cwd: raw })) files.push(file);
  for (const file of files.toSorted()) {
    const { name, dir } = path.parse(file);
    const kind = path.basename(dir);
    if (!known.exported.has(name) || !groups.some((group) => group.kind === kind)) continue;
    const text = tidy(name, await readFile(path.join(raw, file), "utf8"), known);
    listed.push({ name, kind, summary: summaryOf(text) });
    const position = groups.findIndex((group) => group.kind === kind && group.wanted(name));
    yield { name, text: page({ title: name, slug: `/sdk/typescript/${name}`, position }, text) };
  }
  const sections = groups.map(({ title, kind, wanted }) => {
    const rows = listed
      .filter((entry) => entry.kind === kind && wanted(entry.name))
      .map(({ name, summary }) => `| [\`${name}\`](/sdk/typescript/${name}) | ${summary} |`);
    return `## ${title}\n\n| name | what it is |\n|---|---|\n${rows.join("\n")}`;
  });
  const start = { title: "TypeScript SDK", slug: "/sdk/typescript", position: 0 };
  yield { name: "index", text: page(start, `${introduction}\n\n${sections.join("\n\n")}`) };
}

const introduction = `\`\`\`sh
npm install @sinkove/sdk
\`\`\`

Node 20.16 or newer, or a browser with a sandbox key; ESM and CommonJS. \`new Sinkove()\` reads \`SINKOVE_API_KEY\` and \`SINKOVE_API_URL\`; \`SINKOVE_LOG=debug\` writes a line for each attempt. [Get started](/get-started) shows it at work. The types of requests and answers are those of the [contract](/reference/schemas), under the same names.`;

interface FrontMatter {
  readonly title: string;
  readonly slug: string;
  readonly position: number;
}

function page({ title, slug, position }: FrontMatter, text: string): string {
  const date = lastChangeOf("packages/sdk/src");
  const update = date === undefined ? "" : `last_update:\n  date: ${date}\n`;
  return `---\ntitle: ${title}\nslug: ${slug}\nsidebar_position: ${position}\n${update}---\n\n${text}\n`;
}

/** Links to pages become addresses, and names of schemas become links. */
function tidy(page: string, text: string, { schemas, exported }: KnownNames): string {
  const linked = text.replace(/\]\([^)\s]*?(\w+)\.md(#[^)]*)?\)/g, (_, name, anchor = "") =>
    exported.has(name) ? `](/sdk/typescript/${name}${anchor})` : "](/sdk/typescript)",
  );
  // A base that programs cannot import says nothing to them.
  const isKnown = (base: string): boolean => {
    const [name = ""] = /\w+/.exec(base) ?? [];
    return name !== page && exported.has(name);
  };
  const own = linked
    .replace(/^#+ Extends\n\n- (`.*`)\n\n/m, (section, base) => (isKnown(base) ? section : ""))
    .replace(/^#+ (?:Inherited from|Overrides)\n\n(`.*`)\n\n?/gm, (section, base) =>
      isKnown(base) ? section : "",
    );
  const known = schemas.filter((name) => !exported.has(name)).join("|");
  return own
    .replace(new RegExp(`(?<!\\[)\`(${known})\``, "g"), (_, name: string) => {
      return `[\`${name}\`](/reference/schemas#${name.toLowerCase()})`;
    })
    .replaceAll("\n***\n", "\n");
}

/** The first sentence. */
function summaryOf(text: string): string {
  const paragraph = text.split("\n\n").find((part) => /^\w/.test(part)) ?? "";
  return (paragraph.replaceAll("\n", " ").match(/^.*?\.(?=\s|$)/)?.[0] ?? paragraph).replaceAll(
    "|",
    "\\|",
  );
}
