import CodeBlock from "@theme/CodeBlock";
import { type ReactNode, useState } from "react";
import { Console } from "./console.tsx";
import type { ShownLanguage } from "./languages.ts";
import { usePlayground } from "./site-playground.ts";
import styles from "./styles.module.css";
import { TargetButton } from "./target.tsx";
import { useRun } from "./use-run.ts";

export interface ProgramProps {
  /** Its file's name. */
  readonly name: string;
  readonly source: string;
  readonly shown: ShownLanguage;
}

/** One program: its code, which can be edited, the buttons, and what it printed. */
export function Program({ name, source, shown }: ProgramProps): ReactNode {
  const { load, loaded } = usePlayground();
  const { state, start, stop, clear } = useRun(load);
  const [edited, setEdited] = useState<string>();
  const isRunning = state.phase === "running";
  const code = edited ?? source;
  const prepare = (): void => {
    load().then(
      ({ playground }) => playground.prepare(shown.language),
      () => undefined,
    );
  };
  const reset = (): void => {
    setEdited(undefined);
    clear();
  };
  return (
    <>
      {edited === undefined ? (
        <CodeBlock language={shown.highlighting}>{source}</CodeBlock>
      ) : (
        <Editor name={name} code={edited} onChange={setEdited} />
      )}
      <div className={styles.bar}>
        {isRunning ? (
          <button type="button" className={styles.run} data-action="stop" onClick={stop}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            className={styles.run}
            data-action="run"
            onClick={() => void start({ language: shown.language, name, code })}
            onPointerEnter={prepare}
            onFocus={prepare}
          >
            Run
          </button>
        )}
        {edited === undefined && (
          <button type="button" className={styles.plain} onClick={() => setEdited(source)}>
            Edit
          </button>
        )}
        {(edited !== undefined || state.phase !== "idle") && (
          <button type="button" className={styles.plain} onClick={reset}>
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
