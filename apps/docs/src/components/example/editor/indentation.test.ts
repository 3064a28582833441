import { insertNewlineAndIndent } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { indentation } from "./indentation.ts";

/** Presses Enter at `|`. Returns the new text. */
function entered(text: string, unit: string): string {
  const anchor = text.indexOf("|");
  let state = EditorState.create({
    doc: text.replace("|", ""),
    selection: { anchor },
    extensions: [indentation, indentUnit.of(unit)],
  });
  insertNewlineAndIndent({
    state,
    dispatch: (transaction) => {
      state = transaction.state;
    },
  });
  return state.doc.toString();
}

test.each([
  ["a;|", "  ", "a;\n"],
  ["  a;|", "  ", "  a;\n  "],
  ["  if (a) {|", "  ", "  if (a) {\n    "],
  ["call({|});", "  ", "call({\n  \n});"],
  ["for a in b:|", "    ", "for a in b:\n    "],
  ["    return|", "    ", "    return\n    "],
  ["|", "  ", "\n"],
])("Enter in %j", (text, unit, result) => {
  expect(entered(text, unit)).toBe(result);
});
