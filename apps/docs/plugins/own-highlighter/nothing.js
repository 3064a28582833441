/** An empty highlighter. Docusaurus's theme adds its languages to it. */
export const Prism = {};
