import type { Example, RunEnd } from "@sinkove/playground";
import { useCallback, useReducer, useRef } from "react";
import { idle, type RunState, reduceRun } from "./run-state.ts";
import type { LoadedPlayground } from "./site-playground.ts";

/** Runs an example, and contains the visible state of the run. */
export interface Runner {
  readonly state: RunState;
  readonly start: (example: Example) => Promise<void>;
  readonly stop: () => void;
  readonly clear: () => void;
}

export function useRun(load: () => Promise<LoadedPlayground>): Runner {
  const [state, dispatch] = useReducer(reduceRun, idle);
  const stopRunning = useRef<() => void>(undefined);
  const start = async (example: Example): Promise<void> => {
    dispatch({ type: "start" });
    const stopped = new Promise<RunEnd>((resolve) => {
      stopRunning.current = () => resolve({ kind: "stopped" });
    });
    const started = performance.now();
    const end = await Promise.race([stopped, runExample(example, stopped)]);
    dispatch({ type: "end", end, seconds: (performance.now() - started) / 1000 });
  };
  const runExample = async (example: Example, stopped: Promise<RunEnd>): Promise<RunEnd> => {
    try {
      const { playground } = await load();
      const run = playground.run(example, {
        onProgress: (text) => dispatch({ type: "progress", text }),
        onOutput: (stream, text) => dispatch({ type: "output", output: { stream, text } }),
        onRequest: (request) => dispatch({ type: "request", request }),
        onFile: (name, bytes) => dispatch({ type: "file", file: { name, bytes } }),
      });
      void stopped.then(run.stop);
      return await run.ended;
    } catch (error) {
      const text = `${error instanceof Error ? error.message : error}\n`;
      dispatch({ type: "output", output: { stream: "stderr", text } });
      return { kind: "ended", status: 1 };
    }
  };
  const stop = useCallback(() => stopRunning.current?.(), []);
  const clear = useCallback(() => {
    stopRunning.current?.();
    dispatch({ type: "reset" });
  }, []);
  return { state, start, stop, clear };
}
