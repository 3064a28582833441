import type { LoadedContent } from "@docusaurus/plugin-content-docs";
import type { Props } from "@docusaurus/types";
import type { Caption } from "./drawing.ts";

/**
 * The captions of the documents, by address. The section is what the navbar calls a document's sidebar, and the sidebar's
 * own part that it is in, such as "API reference · Datasets".
 */
export function captionsOf({
  plugins,
  siteConfig,
}: Pick<Props, "plugins" | "siteConfig">): ReadonlyMap<string, Caption> {
  const docs = plugins.find(({ name }) => name === "docusaurus-plugin-content-docs");
  if (!docs) throw new Error("The site has no documents.");
  // A boundary, like the theme's configuration: Docusaurus does not type what a plug-in has loaded.
  const { loadedVersions } = docs.content as LoadedContent;
  const { navbar } = siteConfig.themeConfig as { readonly navbar: Navbar };
  const labels = new Map(navbar.items.map(({ sidebarId, label }) => [sidebarId, label]));
  return new Map(
    loadedVersions.flatMap((version) => {
      const parts = partsOf(Object.values(version.sidebars).flat());
      return version.docs.map(({ id, permalink, title, sidebar }) => {
        const names = [labels.get(sidebar) ?? "Documentation", parts.get(id)];
        return [permalink, { title, section: names.filter(Boolean).join(" · ") }] as const;
      });
    }),
  );
}

interface Navbar {
  readonly items: readonly { readonly sidebarId?: string; readonly label: string }[];
}

/** An item of a sidebar: a document, a category, a link. */
interface Item {
  readonly type: string;
  readonly id?: string;
  readonly label?: string;
  readonly link?: { readonly type: string; readonly id?: string } | undefined;
  readonly items?: readonly Item[];
}

/** The labels of the outermost categories, by the documents in them. */
function partsOf(sidebar: readonly Item[]): ReadonlyMap<string, string> {
  return new Map(
    sidebar
      .filter(({ type }) => type === "category")
      .flatMap((category) => documentsIn(category).map((id) => [id, category.label ?? ""])),
  );
}

function documentsIn({ type, id, link, items = [] }: Item): readonly string[] {
  const own = type === "doc" ? id : link?.id;
  return [...(own === undefined ? [] : [own]), ...items.flatMap(documentsIn)];
}
