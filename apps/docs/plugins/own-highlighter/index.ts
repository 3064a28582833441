import { fileURLToPath } from "node:url";
import type { Plugin } from "@docusaurus/types";

const nothing = fileURLToPath(new URL("./nothing.js", import.meta.url));

/**
 * Removes the highlighter of Docusaurus's theme and its twenty languages. plugins/highlight replaces it, but the theme
 * would still load it on every page.
 */
export function ownHighlighter(): Plugin {
  return {
    name: "sinkove-own-highlighter",
    configureWebpack: () => ({ resolve: { alias: { "prism-react-renderer$": nothing } } }),
  };
}
