import { EditorView } from "@codemirror/view";

/** The space at the left of an example's code (example.module.css), which contains the line numbers. */
const GUTTER = "1.25rem";

/**
 * Repeats the styles of `.code-block` and `.token` in src/css/code.css, which do not apply in a shadow root. Its custom
 * properties do, so the theme follows light and dark. A test compares each character with the built page.
 */
export const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--ground)", fontSize: "0.84rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": {
    fontFamily: "var(--ifm-font-family-monospace)",
    lineHeight: "1.6",
    scrollbarWidth: "thin",
  },
  ".cm-content": { padding: "1rem 0", caretColor: "var(--ink)", tabSize: "2" },
  ".cm-line": { padding: "0 1rem 0 0" },
  ".cm-gutters": {
    minWidth: GUTTER,
    border: "0",
    color: "var(--code-comment)",
    // The focus ring of the editor is behind the gutter.
    backgroundColor: "transparent",
  },
  ".cm-lineNumbers": { minWidth: GUTTER },
  ".cm-lineNumbers .cm-gutterElement": {
    minWidth: GUTTER,
    padding: "0 0.3rem 0 0",
    fontSize: "0.65rem",
    lineHeight: "1.344rem",
  },
  // An outline is visible in forced colours too, unlike a background.
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--accent)",
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--danger)",
  },
  ".cm-faulty": {
    backgroundColor: "var(--danger-tint)",
    textDecoration: "underline wavy var(--danger)",
    textUnderlineOffset: "0.2em",
  },
  ".cm-faulty-number": {
    color: "var(--danger)",
    backgroundColor: "var(--danger-tint)",
    fontWeight: "700",
  },
  ".token.comment": { color: "var(--code-comment)", fontStyle: "italic" },
  ".token:is(.keyword, .operator, .builtin)": { color: "var(--code-keyword)" },
  ".token:is(.string, .template-string)": { color: "var(--code-string)" },
  ".token:is(.function, .class-name, .property, .assign-left)": { color: "var(--code-name)" },
  ".token:is(.number, .boolean, .constant, .variable, .parameter)": {
    color: "var(--code-value)",
  },
  "@media print": {
    ".cm-gutters": { display: "none" },
    ".cm-scroller": { overflow: "visible" },
    ".cm-content": {
      flexShrink: "1",
      minWidth: "0",
      paddingLeft: GUTTER,
      whiteSpace: "pre-wrap",
      overflowWrap: "anywhere",
    },
    ".cm-line": { textDecoration: "none" },
  },
});
