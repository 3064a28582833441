import { fileURLToPath } from "node:url";
import type { Plugin } from "@docusaurus/types";

const nothing = fileURLToPath(new URL("./nothing.js", import.meta.url));

/**
 * Leaves out the highlighter of Docusaurus's theme, with its twenty languages: plugins/highlight has taken its place, but
 * the theme would still put it on every page, to add languages to it.
 */
export function ownHighlighter(): Plugin {
  return {
    name: "sinkove-own-highlighter",
    configureWebpack: () => ({ resolve: { alias: { "prism-react-renderer$": nothing } } }),
  };
}
