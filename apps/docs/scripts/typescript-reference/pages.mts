import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { lastChangeOf } from "../../plugins/reference/last-change.mts";

/** A page of the reference: the name of an export, and Markdown with front matter. */
export interface ReferencePage {
  readonly name: string;
  /** The folder of the page's subject. Empty for the first page. */
  readonly folder: string;
  readonly text: string;
}

export interface KnownNames {
  /** The contract's schemas, which the API reference describes. */
  readonly schemas: readonly string[];
  /** The exports of the SDK. TypeDoc also writes pages of other names. */
  readonly exported: ReadonlySet<string>;
}

/** TypeDoc's folders for the kinds of exports. */
const kinds = ["classes", "interfaces", "type-aliases"];

/**
 * The subjects of the reference, in the order of the sidebar. An export belongs to the first whose pattern it matches.
 */
const subjects: readonly { readonly title: string; readonly holds: RegExp }[] = [
  { title: "Downloads and waiting", holds: /Download(?!Error)|Wait/ },
  {
    title: "Client",
    holds:
      /^(Sinkove|SinkoveOptions|\w*Options|Call|List|Page|Settled|Result|Success|RateLimitStatus|Attempt\w*|\w*Info|Logger|LogLevel|Runtime|UntypedRequest)$/,
  },
  { title: "Errors", holds: /(Error|ErrorCode|Problem|Reason|Violation)\w*$/ },
  { title: "API keys", holds: /ApiKey|Scope|Key\b|KeyEvent/ },
  {
    title: "Requests and usage",
    holds: /Usage|RequestLog|LoggedRequest|ListRequests|^Requests$|GetRequest/,
  },
  {
    title: "Organizations and people",
    holds: /Organization|Member|Invitation|Account|GetMe|Person|Role|Credit/,
  },
  { title: "Webhooks", holds: /Webhook/ },
  { title: "Datasets and models", holds: /Dataset|Model|Sample/ },
];

/** Converts TypeDoc's output to pages with addresses and links without file names, and adds a page that lists them. */
export async function* pagesOf(raw: string, known: KnownNames): AsyncGenerator<ReferencePage> {
  const listed: { name: string; kind: string; summary: string }[] = [];
  const files: string[] = [];
  for await (const file of glob("**/*.md", { cwd: raw })) files.push(file);
  for (const file of files.toSorted()) {
    const { name, dir } = path.parse(file);
    const kind = path.basename(dir);
    if (!known.exported.has(name) || !kinds.includes(kind)) continue;
    const text = tidy(name, await readFile(path.join(raw, file), "utf8"), known);
    listed.push({ name, kind, summary: summaryOf(text) });
    const slug = `/sdk/typescript/${name}`;
    const folder = folderOf(subjectOf(name));
    yield { name, folder, text: page({ title: name, slug, position: kinds.indexOf(kind) }, text) };
  }
  const sections = subjects.map(({ title }) => {
    const rows = listed
      .filter(({ name }) => subjectOf(name) === title)
      .map(({ name, summary }) => `| [\`${name}\`](/sdk/typescript/${name}) | ${summary} |`);
    if (rows.length === 0) return "";
    return `## ${title}\n\n| name | description |\n|---|---|\n${rows.join("\n")}`;
  });
  const start = { title: "TypeScript SDK", slug: "/sdk/typescript", position: 0 };
  yield {
    name: "index",
    folder: "",
    text: page(start, `${introduction}\n\n${sections.join("\n\n")}`),
  };
}

function subjectOf(name: string): string {
  const subject = subjects.find(({ holds }) => holds.test(name));
  if (!subject)
    throw new Error(`No subject of the TypeScript reference holds ${name}. Add it to subjects.`);
  return subject.title;
}

function folderOf(subject: string): string {
  return subject.toLowerCase().replaceAll(" ", "-");
}

/** Returns the sidebar's categories. */
export function categories(): readonly { readonly folder: string; readonly text: string }[] {
  return subjects.map(({ title }, index) => ({
    folder: folderOf(title),
    text: JSON.stringify({
      label: title,
      position: title === "Client" ? 0 : index + 1,
      collapsed: true,
    }),
  }));
}

const introduction = `\`\`\`sh install
npm install @sinkove/sdk
\`\`\`

The SDK runs on Node 20.16 or later and in [other runtimes](/guides/runtimes), as ESM or CommonJS. \`new Sinkove()\` reads \`SINKOVE_API_KEY\` and \`SINKOVE_API_URL\`. Set \`SINKOVE_LOG=debug\` to log a line for each attempt. [Get started](/get-started) has a first example. The types of requests and responses have the names of the API's [schemas](/reference/schemas).`;

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

/** Replaces links to files with addresses, and names of schemas with links. */
function tidy(page: string, text: string, { schemas, exported }: KnownNames): string {
  const linked = text.replace(/\]\([^)\s]*?(\w+)\.md(#[^)]*)?\)/g, (_, name, anchor = "") =>
    exported.has(name) ? `](/sdk/typescript/${name}${anchor})` : "](/sdk/typescript)",
  );
  // Omits base classes that programs cannot import.
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

/** Returns the first sentence. */
function summaryOf(text: string): string {
  const paragraph = text.split("\n\n").find((part) => /^\w/.test(part)) ?? "";
  return (paragraph.replaceAll("\n", " ").match(/^.*?\.(?=\s|$)/)?.[0] ?? paragraph).replaceAll(
    "|",
    "\\|",
  );
}
