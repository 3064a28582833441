/** The languages of examples, by the ends of their files' names. */
export type Language = "ts" | "sh" | "py";

/** A program to run. */
export interface Program {
  readonly language: Language;
  /** The name of its file, for messages. */
  readonly name: string;
  readonly code: string;
  /** Its environment variables; among them SINKOVE_API_URL and SINKOVE_API_KEY. */
  readonly environment: Readonly<Record<string, string>>;
  /** Requests go to this origin and path only. */
  readonly target: string;
}

/** What the page tells the worker. */
export type WorkerRequest =
  | { readonly type: "run"; readonly program: Program }
  /** Loads what a language needs, so that the first run is quick. */
  | { readonly type: "warm"; readonly language: Language };

/** A request that a program made. */
export interface RequestNote {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** 0 where there was no answer. */
  readonly status: number;
  readonly milliseconds: number;
}

/** What the worker tells the page. */
export type WorkerMessage =
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly text: string }
  | { readonly type: "output"; readonly stream: "stdout" | "stderr"; readonly text: string }
  | { readonly type: "request"; readonly request: RequestNote }
  | { readonly type: "file"; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly type: "end";
      /** 0 for success. */
      readonly status: number;
      /** The environment as the program left it. */
      readonly environment: Readonly<Record<string, string>>;
      /** Something could not be loaded. A worker does not load it again, so another has to run the next program. */
      readonly isBroken: boolean;
    };
