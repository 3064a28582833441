import { type ReactNode, useState } from "react";
import type { Language } from "../../../plugins/examples/example-files.ts";
import { CodeBlock } from "../code/code-block.tsx";
import { sourceOf } from "../code/source-of.ts";
import { Console } from "./console.tsx";
import controls from "./controls.module.css";
import styles from "./example.module.css";
import { usePlayground } from "./site-playground.ts";
import { TargetButton } from "./target.tsx";
import { useRun } from "./use-run.ts";

export interface ProgramProps {
  /** Its file's name. */
  readonly name: string;
  /** Its code, highlighted. */
  readonly html: string;
  readonly language: Language;
}

/** One program: its code, which can be edited, the buttons, and what it printed. */
export function Program({ name, html, language }: ProgramProps): ReactNode {
  const { load, loaded } = usePlayground();
  const { state, start, stop, clear } = useRun(load);
  const [edited, setEdited] = useState<string>();
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
  const reset = (): void => {
    setEdited(undefined);
    clear();
  };
  return (
    <>
      {edited === undefined ? (
        <CodeBlock language={language} html={html} />
      ) : (
        <Editor name={name} code={edited} onChange={setEdited} />
      )}
      <div className={styles.bar}>
        {isRunning ? (
          <button
            type="button"
            className={controls.run}
            data-action="stop"
            // The second click of a double click on Run is not meant for Stop.
            onClick={({ detail }) => detail < 2 && stop()}
          >
            Stop
          </button>
        ) : (
          <button
            type="button"
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
            className={controls.plain}
            onClick={() => setEdited(sourceOf(html))}
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

interface EditorProps {
  readonly name: string;
  readonly code: string;
  readonly onChange: (code: string) => void;
}

/** A text area as it is: it works with every keyboard and screen reader, and Tab leaves it. */
function Editor({ name, code, onChange }: EditorProps): ReactNode {
  return (
    <textarea
      className={styles.editor}
      aria-label={`Code of ${name}`}
      value={code}
      rows={code.split("\n").length + 1}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
