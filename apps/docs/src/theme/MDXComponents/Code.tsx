/** What is left for it: a block of code is a `<CodeBlock />` before it gets here. */
export { default } from "@theme/CodeInline";
