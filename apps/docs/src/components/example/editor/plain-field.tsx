import {
  type KeyboardEvent,
  type ReactNode,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import styles from "../example.module.css";
import type { EditorProps, FieldProps, Left } from "./index.tsx";

export interface PlainFieldProps extends FieldProps {
  /** Called when an input method starts or finishes composing a character. */
  readonly onComposing: (isComposing: boolean) => void;
}

/** A text area. It works with every keyboard and screen reader, and Tab leaves it. */
export function PlainField(props: PlainFieldProps): ReactNode {
  const { name, code, onChange, field, left, onComposing } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(field, () => ({
    focus: () => area.current?.focus(),
    selectAll: () => area.current?.select(),
  }));
  useLayoutEffect(() => {
    const element = area.current;
    return () => {
      if (element) left.current = leftBy(element);
    };
  }, [left]);
  return (
    <textarea
      ref={area}
      onKeyDown={(event) => hearKey(event, props)}
      className={styles.editor}
      aria-label={`Code of ${name}`}
      value={code}
      rows={code.split("\n").length}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
      onCompositionStart={() => onComposing(true)}
      onCompositionEnd={() => onComposing(false)}
    />
  );
}

function hearKey(event: KeyboardEvent, { onRun, onLeave }: EditorProps): void {
  if (event.key === "Escape") onLeave();
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  onRun();
}

function leftBy(element: HTMLTextAreaElement): Left {
  const { selectionStart, selectionEnd, selectionDirection } = element;
  const isBackward = selectionDirection === "backward";
  return {
    selection: isBackward
      ? { anchor: selectionEnd, head: selectionStart }
      : { anchor: selectionStart, head: selectionEnd },
    hadFocus: document.activeElement === element,
  };
}
