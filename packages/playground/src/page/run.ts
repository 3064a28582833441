import type { Language, RequestNote } from "../run/protocol.ts";

/** What is to be run. */
export interface Example {
  readonly language: Language;
  /** Such as `list-datasets.ts`. */
  readonly name: string;
  readonly code: string;
}

/** What a page is told of a run. */
export interface RunEvents {
  readonly onProgress: (text: string) => void;
  readonly onOutput: (stream: "stdout" | "stderr", text: string) => void;
  readonly onRequest: (request: RequestNote) => void;
  readonly onFile: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
}

/** How a run ended: with a status (0 for success), stopped by its reader, or because it took too long. */
export type RunEnd =
  | { readonly kind: "ended"; readonly status: number }
  | { readonly kind: "stopped" | "timeout" };

/** A program that runs. */
export interface Run {
  readonly ended: Promise<RunEnd>;
  readonly stop: () => void;
}
