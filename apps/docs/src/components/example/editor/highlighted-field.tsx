import {
  type ReactNode,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { type CodeEditor, createCodeEditor } from "./code-mirror.ts";
import { errorLine } from "./error-line.ts";
import type { FieldProps } from "./index.tsx";

/** CodeMirror with highlighting, line numbers, undo and matching brackets. */
export function HighlightedField(props: FieldProps): ReactNode {
  const { name, language, code, run, field } = props;
  const faultyLine = errorLine(language, name, run);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(undefined);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const created = createIn(host.current, latest);
    editor.current = created;
    return created.destroy;
  }, []);
  useImperativeHandle(field, () => ({
    focus: () => editor.current?.focus(),
    selectAll: () => {
      editor.current?.focus();
      editor.current?.selectAll();
    },
  }));
  // A layout effect runs before the next key. A later effect could revert newer input.
  useLayoutEffect(() => editor.current?.show(code), [code]);
  useEffect(() => editor.current?.mark(faultyLine), [faultyLine]);
  return <div ref={host} data-editor={name} />;
}

function createIn(host: HTMLElement, latest: RefObject<FieldProps>): CodeEditor {
  const { name, language, code, left } = latest.current;
  const before = left.current;
  const editor = createCodeEditor(host, {
    ...{ language, code, label: `Code of ${name}` },
    ...(before && { selection: before.selection }),
    onChange: (text) => latest.current.onChange(text),
    onRun: () => latest.current.onRun(),
    onLeave: () => latest.current.onLeave(),
  });
  if (before?.hadFocus) editor.focus();
  left.current = undefined;
  return editor;
}
