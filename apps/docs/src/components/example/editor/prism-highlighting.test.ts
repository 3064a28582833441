import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { highlighting } from "./prism-highlighting.ts";

function marksIn(doc: string): number {
  const state = EditorState.create({ doc, extensions: highlighting("ts") });
  const [set] = state.facet(EditorView.decorations);
  return typeof set === "object" ? set.size : 0;
}

test("a program is highlighted, but a very long text is not", () => {
  expect(marksIn("const a = 1;")).toBeGreaterThan(2);
  expect(marksIn("")).toBe(0);
  expect(marksIn("const a = 1;\n".repeat(100_000))).toBe(0);
});

test("typed text is highlighted at once", () => {
  const state = EditorState.create({ doc: "", extensions: highlighting("py") });
  const typed = state.update({ changes: { from: 0, insert: "import os" } }).state;
  const [set] = typed.facet(EditorView.decorations);
  expect(typeof set === "object" && set.iter().value?.spec.class).toBe("token keyword");
});
