import {
  type EditorState,
  type Extension,
  RangeSet,
  StateEffect,
  StateField,
} from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutterLineClass } from "@codemirror/view";

/** The number of a line, from 1. Undefined for none. */
export type FaultyLine = number | undefined;

/** Marks the line of an error, or removes the mark. */
export const showFault = StateEffect.define<FaultyLine>();

/** The position at which the marked line starts. */
type Start = number | undefined;

const start = StateField.define<Start>({
  create: () => undefined,
  update(position, { state, startState, changes, effects }) {
    for (const effect of effects) if (effect.is(showFault)) return startOf(state, effect.value);
    if (position === undefined || changes.empty) return position;
    const line = startState.doc.lineAt(position);
    // A change of the marked line removes the mark.
    return changes.touchesRange(line.from, line.to) ? undefined : changes.mapPos(position);
  },
});

function startOf({ doc }: EditorState, line: FaultyLine): Start {
  const isThere = line !== undefined && line >= 1 && line <= doc.lines;
  return isThere ? doc.line(line).from : undefined;
}

const lineMark = Decoration.line({ class: "cm-faulty" });

const numberMark = new (class extends GutterMarker {
  override elementClass = "cm-faulty-number";
})();

/** Marks the line of an error with its background and its number, and sets `aria-invalid` on the editor. */
export const faultyLine: Extension = [
  start,
  EditorView.decorations.from(start, (at) =>
    at === undefined ? Decoration.none : Decoration.set(lineMark.range(at)),
  ),
  gutterLineClass.from(start, (at) =>
    at === undefined ? RangeSet.empty : RangeSet.of(numberMark.range(at)),
  ),
  EditorView.contentAttributes.from(start, (at) =>
    at === undefined ? {} : { "aria-invalid": "true" },
  ),
];
