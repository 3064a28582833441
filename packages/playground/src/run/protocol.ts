/** The languages of examples, by file extension. */
export type Language = "ts" | "sh" | "py";

/** A program to run. */
export interface Program {
  readonly language: Language;
  /** The file name, for messages. */
  readonly name: string;
  readonly code: string;
  /** The environment variables, including SINKOVE_API_URL and SINKOVE_API_KEY. */
  readonly environment: Readonly<Record<string, string>>;
  /** The only origin and path that requests may go to. */
  readonly target: string;
}

/** A message from the page to the worker. */
export type WorkerRequest =
  | { readonly type: "run"; readonly program: Program }
  /** Loads a language before it is needed, so that the first run is fast. */
  | { readonly type: "warm"; readonly language: Language };

/** A request that a program has sent. */
export interface RequestNote {
  readonly method: string;
  /** The path and the query. */
  readonly path: string;
  /** 0 if there was no response. */
  readonly status: number;
  readonly milliseconds: number;
}

/** A message from the worker to the page. */
export type WorkerMessage =
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly text: string }
  | { readonly type: "output"; readonly stream: "stdout" | "stderr"; readonly text: string }
  | { readonly type: "request"; readonly request: RequestNote }
  | { readonly type: "file"; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly type: "end";
      /** The exit status, 0 for success. */
      readonly status: number;
      /** The environment variables at the end of the program. */
      readonly environment: Readonly<Record<string, string>>;
      /** Whether a part could not be loaded. A worker cannot retry that, so the next program needs a new worker. */
      readonly isBroken: boolean;
    };
