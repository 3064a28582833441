import { type ReactNode, type RefObject, useRef, useState } from "react";
import type { Language } from "../../../../plugins/examples/example-files.ts";
import { CopyButton } from "../../code/copy-button.tsx";
import type { RunState } from "../run-state.ts";
import type { Selection } from "./code-mirror.ts";
import { useHighlightedField } from "./load-highlighted-field.ts";
import { PlainField } from "./plain-field.tsx";

export interface EditorProps {
  /** The file name of the program. */
  readonly name: string;
  readonly language: Language;
  readonly code: string;
  /** The last run. Its error output determines the marked line. */
  readonly run: RunState;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
  /** Called on Escape, when the reader leaves the editor. */
  readonly onLeave: () => void;
  readonly field: RefObject<Field | null>;
}

/** Methods of the field in which a program is edited. */
export interface Field {
  readonly focus: () => void;
  readonly selectAll: () => void;
}

/** The state of the text area when the editor replaces it. */
export interface Left {
  readonly selection: Selection;
  readonly hadFocus: boolean;
}

export interface FieldProps extends EditorProps {
  /** The state of the text area, if there was one. */
  readonly left: RefObject<Left | undefined>;
}

/**
 * Edits the code of a program: in a text area first, and in CodeMirror as soon as it is loaded. CodeMirror takes over
 * the text, the selection and the focus. If it cannot be loaded, the text area stays.
 */
export function Editor(props: EditorProps): ReactNode {
  const { code, field } = props;
  const HighlightedField = useHighlightedField();
  // Replacing the field would lose a character that an input method is composing.
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
