import { type ReactNode, type RefObject, useRef, useState } from "react";
import type { Language } from "../../../../plugins/examples/example-files.ts";
import { CopyButton } from "../../code/copy-button.tsx";
import type { Selection } from "./code-mirror.ts";
import { HighlightedField } from "./highlighted-field.tsx";
import { useCodeMirror } from "./load-code-mirror.ts";
import { PlainField } from "./plain-field.tsx";

export interface EditorProps {
  /** The name of the program's file. */
  readonly name: string;
  readonly language: Language;
  readonly code: string;
  /** The line that the last run complained of. */
  readonly faultyLine: number | undefined;
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

/**
 * The code of a program, to be edited: a text area at once, and CodeMirror as soon as it is loaded. It takes over what has
 * been typed, the selection and the focus. If it cannot be loaded, the text area stays.
 */
export function Editor(props: EditorProps): ReactNode {
  const { code, field } = props;
  const codeMirror = useCodeMirror();
  // An input method that is composing a character would lose it.
  const [isComposing, setComposing] = useState(false);
  const left = useRef<Left>(undefined);
  return (
    <div
      className="theme-code-block"
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    >
      {codeMirror && !isComposing ? (
        <HighlightedField {...props} create={codeMirror.createCodeEditor} left={left} />
      ) : (
        <PlainField {...props} left={left} />
      )}
      <CopyButton text={() => code} select={() => field.current?.selectAll()} />
    </div>
  );
}
