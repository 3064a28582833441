import { type EditorState, type Extension, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { tokensOf } from "../../../../plugins/highlight/index.ts";

/** A text that is longer than any program stays plain, so that typing stays fast. */
const MOST_CHARACTERS = 20_000;

/** Highlights like the built pages, with the same tokens: an example does not change its colours when it is edited. */
export function highlighting(language: string): Extension {
  return StateField.define<DecorationSet>({
    create: (state) => decorationsOf(state, language),
    update: (decorations, { docChanged, state }) =>
      docChanged ? decorationsOf(state, language) : decorations,
    provide: (field) => EditorView.decorations.from(field),
  });
}

function decorationsOf({ doc }: EditorState, language: string): DecorationSet {
  if (doc.length > MOST_CHARACTERS) return Decoration.none;
  const marks = tokensOf(doc.toString(), language).map(({ from, to, types }) =>
    Decoration.mark({ class: ["token", ...types].join(" ") }).range(from, to),
  );
  return Decoration.set(marks, true);
}
