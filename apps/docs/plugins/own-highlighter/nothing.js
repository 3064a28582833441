/** What Docusaurus's theme wants to add languages to. */
export const Prism = {};
