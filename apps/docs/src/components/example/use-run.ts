import type { Example, Run } from "@sinkove/playground";
import { useCallback, useReducer, useRef } from "react";
import { idle, type RunState, reduceRun } from "./run-state.ts";
import type { LoadedPlayground } from "./site-playground.ts";

/** Runs an example, and tells what is to be seen of it. */
export interface Runner {
  readonly state: RunState;
  readonly start: (example: Example) => Promise<void>;
  readonly stop: () => void;
  readonly clear: () => void;
}

export function useRun(load: () => Promise<LoadedPlayground>): Runner {
  const [state, dispatch] = useReducer(reduceRun, idle);
  const running = useRef<Run>(undefined);
  const start = async (example: Example): Promise<void> => {
    dispatch({ type: "start" });
    const { playground } = await load();
    const started = performance.now();
    const run = playground.run(example, {
      onProgress: (text) => dispatch({ type: "progress", text }),
      onOutput: (stream, text) => dispatch({ type: "output", output: { stream, text } }),
      onRequest: (request) => dispatch({ type: "request", request }),
      onFile: (name, bytes) => dispatch({ type: "file", file: { name, bytes } }),
    });
    running.current = run;
    const end = await run.ended;
    dispatch({ type: "end", end, seconds: (performance.now() - started) / 1000 });
  };
  const stop = useCallback(() => running.current?.stop(), []);
  const clear = useCallback(() => {
    running.current?.stop();
    dispatch({ type: "reset" });
  }, []);
  return { state, start, stop, clear };
}
