import { type ReactNode, useEffect, useRef } from "react";
import styles from "./console.module.css";
import { Files } from "./files.tsx";
import type { RunState } from "./run-state.ts";
import type { LoadedPlayground } from "./site-playground.ts";

export interface ConsoleProps {
  readonly name: string;
  readonly state: RunState;
  readonly module: LoadedPlayground["module"] | undefined;
}

/** The output, the requests and the files of a run. */
export function Console({ name, state, module }: ConsoleProps): ReactNode {
  const { phase, status, outputs, requests, files } = state;
  const isEmpty = phase === "idle";
  return (
    <div className={isEmpty ? undefined : styles.console}>
      <p
        className={isEmpty ? "visually-hidden" : styles.status}
        role="status"
        data-phase={phase}
        data-status={phase === "ended" ? status : undefined}
      >
        {statusOf(state)}
      </p>
      {requests.length > 0 && <Requests name={name} requests={requests} />}
      {outputs.length > 0 && <OutputLog name={name} outputs={outputs} />}
      {module && files.length > 0 && <Files files={files} module={module} />}
    </div>
  );
}

/** The output. It scrolls to new output unless the reader has scrolled up. */
function OutputLog({ name, outputs }: { name: string; outputs: RunState["outputs"] }): ReactNode {
  const log = useRef<HTMLPreElement>(null);
  const before = useRef({ scrollHeight: 0, clientHeight: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect follows new output
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    const { scrollHeight, clientHeight } = before.current;
    const wasAtEnd = scrollHeight - element.scrollTop - clientHeight < 8;
    if (wasAtEnd) element.scrollTop = element.scrollHeight;
    before.current = { scrollHeight: element.scrollHeight, clientHeight: element.clientHeight };
  }, [outputs]);
  return (
    <pre
      ref={log}
      className={styles.output}
      role="log"
      aria-label={`Output of ${name}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be reachable by keyboard
      tabIndex={0}
    >
      {outputs.map(({ stream, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: output is only appended
        <span key={index} data-stream={stream} className={styles[stream]}>
          {text}
        </span>
      ))}
    </pre>
  );
}

function statusOf({ phase, progress, status, seconds, outputs }: RunState): string {
  switch (phase) {
    case "idle":
      return "";
    case "running":
      return progress || "Running…";
    case "stopped":
      return "Stopped.";
    case "timeout":
      return "Stopped after one minute. Check for a loop that does not end.";
    case "ended":
      if (status !== 0) return `Ended with status ${status}.`;
      return `Done in ${inWords(seconds)}${outputs.length === 0 ? ". The program printed nothing" : ""}.`;
  }
}

function inWords(seconds: number): string {
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`;
}

function Requests({ name, requests }: { name: string; requests: RunState["requests"] }): ReactNode {
  return (
    <details className={styles.requests} open={requests.length <= 6}>
      <summary>{requests.length === 1 ? "1 request" : `${requests.length} requests`}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={`Requests of ${name}`} tabIndex={0}>
        <ol>
          {requests.map(({ method, path, status, milliseconds }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: requests are only appended
            <li key={index} data-request={status}>
              <span className={styles.method}>{method}</span>{" "}
              <span className={styles.path}>{path}</span>{" "}
              <span className={status >= 400 || status === 0 ? styles.bad : styles.good}>
                {status === 0 ? "no response" : status}
              </span>{" "}
              <span className={styles.time}>{Math.round(milliseconds)} ms</span>
            </li>
          ))}
        </ol>
      </section>
    </details>
  );
}
