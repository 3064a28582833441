import {
  type ReactNode,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import type { CodeEditor, createCodeEditor } from "./code-mirror.ts";
import type { EditorProps, Left } from "./index.tsx";

export interface HighlightedFieldProps extends EditorProps {
  readonly create: typeof createCodeEditor;
  /** Of the text area that was there before, if there was one. */
  readonly left: RefObject<Left | undefined>;
}

/** CodeMirror: highlighting, line numbers, undo, matching brackets. */
export function HighlightedField(props: HighlightedFieldProps): ReactNode {
  const { name, code, faultyLine, field } = props;
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
  // Before the next key: a later effect would take back what has been typed meanwhile.
  useLayoutEffect(() => editor.current?.show(code), [code]);
  useEffect(() => editor.current?.mark(faultyLine), [faultyLine]);
  return <div ref={host} data-editor={name} />;
}

function createIn(host: HTMLElement, latest: RefObject<HighlightedFieldProps>): CodeEditor {
  const { create, name, language, code, left } = latest.current;
  const before = left.current;
  const editor = create(host, {
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
