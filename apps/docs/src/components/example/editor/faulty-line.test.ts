import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { faultyLine, showFault } from "./faulty-line.ts";

const code = "one\ntwo\nthree";

function marking(line: number | undefined): EditorState {
  const state = EditorState.create({ doc: code, extensions: faultyLine });
  return state.update({ effects: showFault.of(line) }).state;
}

/** Returns the text of the marked line. */
function marked(state: EditorState): string | undefined {
  const starts = state.facet(EditorView.decorations).flatMap((set) => {
    if (typeof set === "function") return [];
    const cursor = set.iter();
    return cursor.value === null ? [] : [cursor.from];
  });
  return starts[0] === undefined ? undefined : state.doc.lineAt(starts[0]).text;
}

test.each([
  [2, "two"],
  [3, "three"],
  [0, undefined],
  [4, undefined],
  [Number.NaN, undefined],
  [undefined, undefined],
])("of line %s, what is marked is: %s", (line, text) => {
  expect(marked(marking(line))).toBe(text);
});

test("the mark moves with its line, and is removed when the line is changed", () => {
  const moved = marking(2).update({ changes: { from: 0, insert: "zero\n" } }).state;
  expect(marked(moved)).toBe("two");
  const changed = moved.update({ changes: { from: moved.doc.line(3).to, insert: "!" } }).state;
  expect(marked(changed)).toBeUndefined();
});
