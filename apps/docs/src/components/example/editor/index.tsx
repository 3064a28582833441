import { type ReactNode, type RefObject, useRef, useState } from "react";
import type { Language } from "../../../../plugins/examples/example-files.ts";
import { CopyButton } from "../../code/copy-button.tsx";
import type { RunState } from "../run-state.ts";
import type { Selection } from "./code-mirror.ts";
import { useHighlightedField } from "./load-highlighted-field.ts";
import { PlainField } from "./plain-field.tsx";

export interface EditorProps {
  /** The name of the program's file. */
  readonly name: string;
  readonly language: Language;
  readonly code: string;
  /** What the last run has printed: the line that an error names is marked. */
  readonly run: RunState;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
  /** Escape: the reader leaves the editor. */
  readonly onLeave: () => void;
  readonly field: RefObject<Field | null>;
}

/** Where a program is edited. */
export interface Field {
  readonly focus: () => void;
  readonly selectAll: () => void;
}

/** What the text area leaves to the editor that takes its place. */
export interface Left {
  readonly selection: Selection;
  readonly hadFocus: boolean;
}

export interface FieldProps extends EditorProps {
  /** Of the text area, if there was one. */
  readonly left: RefObject<Left | undefined>;
}

/**
 * The code of a program, to be edited: a text area at once, and CodeMirror as soon as it is loaded. It takes over what has
 * been typed, the selection and the focus. If it cannot be loaded, the text area stays.
 */
export function Editor(props: EditorProps): ReactNode {
  const { code, field } = props;
  const HighlightedField = useHighlightedField();
  // An input method that is composing a character would lose it.
  const [isComposing, setComposing] = useState(false);
  const left = useRef<Left>(undefined);
  return (
    <div className="theme-code-block">
      {HighlightedField && !isComposing ? (
        <HighlightedField {...props} left={left} />
      ) : (
        <PlainField {...props} left={left} onComposing={setComposing} />
      )}
      <CopyButton text={() => code} select={() => field.current?.selectAll()} />
    </div>
  );
}
