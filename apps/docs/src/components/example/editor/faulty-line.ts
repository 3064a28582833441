import {
  type EditorState,
  type Extension,
  RangeSet,
  StateEffect,
  StateField,
} from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutterLineClass } from "@codemirror/view";

/** The number of a line, from 1; undefined for none. */
export type FaultyLine = number | undefined;

/** Marks the line of an error, or none. */
export const showFault = StateEffect.define<FaultyLine>();

/** Where the marked line starts. */
type Start = number | undefined;

const start = StateField.define<Start>({
  create: () => undefined,
  update(position, { state, startState, changes, effects }) {
    for (const effect of effects) if (effect.is(showFault)) return startOf(state, effect.value);
    if (position === undefined || changes.empty) return position;
    const line = startState.doc.lineAt(position);
    // Somebody who changes the line is repairing it.
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

/** What marks the line of an error: its ground, its number, and `aria-invalid` on the whole. */
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
