import { type ConsolePage, pageAt } from "./pages.ts";

/** A built file in Vite's manifest. */
interface BuiltFile {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** Vite's manifest: built files by the path of their source. */
export type Manifest = Readonly<Record<string, BuiltFile>>;

/** The parts of a page's HTML that are shown or used before any script runs. */
export interface FirstPaint {
  /** Preload links for the page's scripts, and for the data about the person or the ways to sign in. */
  readonly preloads: string;
  /** The frame of the page with its heading, which the scripts replace with the page. */
  readonly body: string;
}

/** Returns the first paint of the page at a path below `/console`. */
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

/** Returns the built files of sources, with everything that they import. */
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
