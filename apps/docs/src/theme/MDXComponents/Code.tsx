/** Only inline code gets here, because code blocks have become `<CodeBlock />`. */
export { default } from "@theme/CodeInline";
