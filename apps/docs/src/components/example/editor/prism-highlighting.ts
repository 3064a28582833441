import { type EditorState, type Extension, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { tokensOf } from "../../../../plugins/highlight/index.ts";

/** Longer texts are not highlighted, so that typing stays fast. No program of the site is that long. */
const MOST_CHARACTERS = 20_000;

/** Highlights code with the same tokens as the built pages, so that Edit does not change the colours of an example. */
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
