import type { Config } from "@docusaurus/types";
import { remarkExamples } from "./plugins/examples/remark-examples.ts";
import { feed } from "./plugins/feed/index.ts";
import { markdownTwins } from "./plugins/markdown-twins/index.ts";
import { ownHighlighter } from "./plugins/own-highlighter/index.ts";
import { packages } from "./plugins/packages/index.ts";
import { finishedPages } from "./plugins/pages/index.ts";
import { redirects } from "./plugins/redirects/index.ts";
import { reference } from "./plugins/reference/index.ts";
import { search } from "./plugins/search/index.ts";
import { sitemap } from "./plugins/sitemap/index.ts";
import { skill } from "./plugins/skill/index.ts";
import { rehypeStaticProse } from "./plugins/static-prose/index.ts";
import { editUrlOf } from "./publication.ts";

const url = "https://docs.sinkove.com";
const remarkPlugins = [[remarkExamples, { url }]];

export default {
  title: "Sinkove",
  tagline: "Synthetic medical imaging datasets, by API",
  url,
  baseUrl: "/",
  trailingSlash: false,
  favicon: "img/mark.svg",
  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",
  onDuplicateRoutes: "throw",
  markdown: {
    format: "detect",
    hooks: { onBrokenMarkdownLinks: "throw", onBrokenMarkdownImages: "throw" },
  },
  future: {
    v4: true,
    // This cache does not notice changes of the example files or the contract, on which pages depend.
    faster: {
      swcJsLoader: true,
      swcJsMinimizer: true,
      swcHtmlMinimizer: true,
      lightningCssMinimizer: true,
      mdxCrossCompilerCache: true,
      rspackBundler: true,
      rspackPersistentCache: false,
      ssgWorkerThreads: true,
    },
  },
  staticDirectories: ["static", "static/generated", "../../packages/playground/dist/static"],
  clientModules: ["./src/no-prefetch.ts"],
  plugins: [
    reference,
    finishedPages,
    markdownTwins,
    ownHighlighter,
    packages,
    redirects,
    search,
    sitemap,
    feed,
    skill,
    [
      "@docusaurus/plugin-content-docs",
      {
        routeBasePath: "/",
        sidebarPath: "./sidebars.config.ts",
        breadcrumbs: false,
        showLastUpdateTime: true,
        editUrl: ({ docPath }: { readonly docPath: string }) =>
          docPath.includes("generated/") ? undefined : editUrlOf(docPath),
        remarkPlugins,
        rehypePlugins: [rehypeStaticProse],
      },
    ],
    ["@docusaurus/plugin-content-pages", { remarkPlugins }],
  ],
  themes: [
    [
      "@docusaurus/theme-classic",
      {
        customCss: ["fonts", "tokens", "layout", "code", "reference", "print"].map(
          (name) => `./src/css/${name}.css`,
        ),
      },
    ],
  ],
  headTags: [
    {
      tagName: "link",
      attributes: {
        rel: "alternate",
        type: "application/atom+xml",
        title: "Sinkove changelog",
        href: "/changelog.xml",
      },
    },
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: {
      title: "Sinkove",
      logo: { src: "img/mark.svg", alt: "" },
      items: [
        { type: "docSidebar", sidebarId: "guides", label: "Guides", position: "left" },
        { type: "docSidebar", sidebarId: "tools", label: "SDKs and tools", position: "left" },
        { type: "docSidebar", sidebarId: "reference", label: "API reference", position: "left" },
        { type: "docSidebar", sidebarId: "errors", label: "Errors", position: "left" },
      ],
    },
    // plugins/highlight highlights code, src/css/code.css has the colours.
    prism: { theme: { plain: {}, styles: [] } },
  },
} satisfies Config;
