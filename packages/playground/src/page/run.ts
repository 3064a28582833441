import type { Language, RequestNote } from "../run/protocol.ts";

/** An example to run. */
export interface Example {
  readonly language: Language;
  /** The file name, such as `list-datasets.ts`. */
  readonly name: string;
  readonly code: string;
}

/** Callbacks for the events of a run. */
export interface RunEvents {
  readonly onProgress: (text: string) => void;
  readonly onOutput: (stream: "stdout" | "stderr", text: string) => void;
  readonly onRequest: (request: RequestNote) => void;
  readonly onFile: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
}

/** How a run ended: with an exit status (0 for success), stopped by the reader, or by its time limit. */
export type RunEnd =
  | { readonly kind: "ended"; readonly status: number }
  | { readonly kind: "stopped" | "timeout" };

/** A running program. */
export interface Run {
  readonly ended: Promise<RunEnd>;
  readonly stop: () => void;
}
