import type { LoadedContent } from "@docusaurus/plugin-content-docs";
import type { Props } from "@docusaurus/types";
import type { Caption } from "./drawing.ts";

/**
 * Returns the captions of the documents by address. The section consists of the sidebar's label in the navbar and the
 * document's outermost category, such as "API reference · Datasets".
 */
export function captionsOf({
  plugins,
  siteConfig,
}: Pick<Props, "plugins" | "siteConfig">): ReadonlyMap<string, Caption> {
  const docs = plugins.find(({ name }) => name === "docusaurus-plugin-content-docs");
  if (!docs) throw new Error("The site has no documents.");
  // Docusaurus does not type the content of plugins or the theme's configuration.
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

/** An item of a sidebar: a document, a category or a link. */
interface Item {
  readonly type: string;
  readonly id?: string;
  readonly label?: string;
  readonly link?: { readonly type: string; readonly id?: string } | undefined;
  readonly items?: readonly Item[];
}

/** Returns the label of the outermost category of each document. */
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
