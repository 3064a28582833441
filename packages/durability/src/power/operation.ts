/** An operation that a loss of power can undo, or that makes others durable. Paths are relative to the folder. */
export type Operation =
  | { readonly kind: "create"; readonly path: string; readonly isFolder: boolean }
  | {
      readonly kind: "write";
      readonly path: string;
      readonly offset: number;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "truncate"; readonly path: string; readonly size: number }
  /** The file becomes shared memory: from now on it can change without system calls. */
  | { readonly kind: "share"; readonly path: string }
  | { readonly kind: "link"; readonly path: string; readonly to: string }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  | { readonly kind: "remove"; readonly path: string }
  /** Makes a file, or the names in a folder, durable as they were when this operation began. */
  | {
      readonly kind: "sync";
      readonly path: string;
      /** How many operations had ended then. */
      readonly began: number;
    }
  /** A response was sent to a client, which may know its request id from now on. */
  | { readonly kind: "answer"; readonly receipt: string };

/** The folder itself. */
export const FOLDER = "";
