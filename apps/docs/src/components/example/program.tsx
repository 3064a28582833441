import { type ReactNode, useEffect, useRef } from "react";
import type { Language } from "../../../plugins/examples/example-files.ts";
import { CodeBlock } from "../code/code-block.tsx";
import { sourceOf } from "../code/source-of.ts";
import { Console } from "./console.tsx";
import controls from "./controls.module.css";
import { Editor, type Field } from "./editor/index.tsx";
import { loadHighlightedField } from "./editor/load-highlighted-field.ts";
import { useEdit, useSetEdit } from "./edits.ts";
import styles from "./example.module.css";
import { usePlayground } from "./site-playground.ts";
import { TargetButton } from "./target.tsx";
import { useRun } from "./use-run.ts";

export interface ProgramProps {
  /** The file name of the program. */
  readonly name: string;
  /** The highlighted code. */
  readonly html: string;
  readonly language: Language;
}

/** A program with its editable code, its buttons and its output. */
export function Program({ name, html, language }: ProgramProps): ReactNode {
  const { load, loaded } = usePlayground();
  const { state, start, stop, clear } = useRun(load);
  const edited = useEdit(html);
  const setEdit = useSetEdit();
  const setEdited = (code: string | undefined): void => setEdit(html, code);
  const editor = useRef<Field>(null);
  const runButton = useRef<HTMLButtonElement>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const toFocus = useRef<"editor" | "edit">(undefined);
  // Moves the focus, because the button that was pressed is no longer there.
  useEffect(() => {
    if (toFocus.current === "editor") editor.current?.focus();
    if (toFocus.current === "edit") editButton.current?.focus();
    toFocus.current = undefined;
  });
  const isRunning = state.phase === "running";
  const prepare = (): void => {
    load().then(
      ({ playground }) => playground.prepare(language),
      () => undefined,
    );
  };
  const run = (): void => {
    void start({ language, name, code: edited ?? sourceOf(html) });
  };
  const edit = (): void => {
    toFocus.current = "editor";
    setEdited(sourceOf(html));
  };
  const reset = (): void => {
    toFocus.current = "edit";
    setEdited(undefined);
    clear();
  };
  const runEdited = (): void => {
    if (!isRunning) run();
  };
  return (
    <>
      {edited === undefined ? (
        <CodeBlock language={language} html={html} />
      ) : (
        <Editor
          name={name}
          language={language}
          code={edited}
          run={state}
          onChange={setEdited}
          onRun={runEdited}
          onLeave={() => runButton.current?.focus()}
          field={editor}
        />
      )}
      <div className={styles.bar}>
        {isRunning ? (
          <button
            type="button"
            ref={runButton}
            className={controls.run}
            data-action="stop"
            // Ignores the second click of a double click on Run.
            onClick={({ detail }) => detail < 2 && stop()}
          >
            Stop
          </button>
        ) : (
          <button
            type="button"
            ref={runButton}
            className={controls.run}
            data-action="run"
            onClick={run}
            onPointerEnter={prepare}
            onFocus={prepare}
          >
            Run
          </button>
        )}
        {edited === undefined && (
          <button
            type="button"
            ref={editButton}
            className={controls.plain}
            onClick={edit}
            onPointerEnter={loadHighlightedField}
            onFocus={loadHighlightedField}
          >
            Edit
          </button>
        )}
        {(edited !== undefined || state.phase !== "idle") && (
          <button type="button" className={controls.plain} onClick={reset}>
            Reset
          </button>
        )}
        <TargetButton load={load} loaded={loaded} />
      </div>
      <Console state={state} name={name} module={loaded?.module} />
    </>
  );
}
