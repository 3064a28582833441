import { type ConsolePage, pageAt } from "./pages.ts";

/** A built file, in Vite's manifest under the path of its source. */
interface BuiltFile {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** Vite's manifest. */
export type Manifest = Readonly<Record<string, BuiltFile>>;

/** What is in the HTML of a page before any script has run. */
export interface FirstPaint {
  /** Links to what the page will ask for: its scripts, and the person or the ways to sign in, all at once. */
  readonly preloads: string;
  /** The frame of the page with its heading, until the scripts put the page in its place. */
  readonly body: string;
}

/** Makes the first paint of the page at a path below `/console`. */
export function firstPaint(path: string, manifest: Manifest): FirstPaint {
  const page = pageAt(path);
  const isAccountPage = page?.file.startsWith("account/") ?? false;
  const shell = isAccountPage ? [] : ["src/shell/shell.tsx"];
  const sources = page ? [...shell, `src/pages/${page.file}.tsx`] : [];
  const scripts = [...withImports(sources, manifest)].map(
    (file) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="/console/${file}">`,
  );
  const person = page && !isAccountPage ? ["/v1/me"] : [];
  const data = [...person, ...(page?.data ?? [])].map(
    (url) => `<link rel="preload" as="fetch" crossorigin href="${url.replaceAll("&", "&amp;")}">`,
  );
  return {
    preloads: [...scripts, ...data].join(""),
    body: page ? frame(page, isAccountPage ? "account" : "shell") : "",
  };
}

/** The built files of sources, with all that they import. */
function withImports(
  sources: readonly string[],
  manifest: Manifest,
  files = new Set<string>(),
): ReadonlySet<string> {
  for (const built of sources.map((source) => manifest[source])) {
    if (!built || files.has(built.file)) continue;
    files.add(built.file);
    withImports(built.imports ?? [], manifest, files);
  }
  return files;
}

function frame({ heading }: ConsolePage, kind: "account" | "shell"): string {
  const text = heading
    ? `<h1>${heading.title}</h1><p>${heading.description}</p>`
    : "<i></i><i></i>";
  return (
    `<div class="first-paint" data-frame="${kind}" aria-busy="true">` +
    '<div data-brand><img src="/console/icon.svg" alt="" width="28" height="28">Sinkove</div>' +
    `<main>${text}<div data-rest></div></main></div>`
  );
}
