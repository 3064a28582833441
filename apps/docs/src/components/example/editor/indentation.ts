import { indentService } from "@codemirror/language";

/** Indents a new line like the one before it, and one step more after an opening bracket or a colon. */
export const indentation = indentService.of((context, position) => {
  // Existing lines keep their indentation.
  if (context.simulatedBreak === null) return null;
  const { text, from } = context.state.doc.lineAt(position);
  const before = text.slice(0, position - from);
  const indent = context.countColumn(/^\s*/.exec(before)?.[0] ?? "");
  return /[([{:]\s*$/.test(before) ? indent + context.unit : indent;
});
