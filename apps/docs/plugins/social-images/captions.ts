import type { LoadedContent } from "@docusaurus/plugin-content-docs";
import type { Props } from "@docusaurus/types";
import type { Caption } from "./drawing.ts";

/** The captions of the documents, by address. The section is what the navbar calls a document's sidebar. */
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
    loadedVersions.flatMap((version) =>
      version.docs.map(({ permalink, title, sidebar }) => [
        permalink,
        { title, section: labels.get(sidebar) ?? "Documentation" },
      ]),
    ),
  );
}

interface Navbar {
  readonly items: readonly { readonly sidebarId?: string; readonly label: string }[];
}
