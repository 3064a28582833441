/** What a program did that a loss of power can undo, or can no longer undo. Paths are relative to its folder. */
export type Operation =
  | { readonly kind: "create"; readonly path: string; readonly isFolder: boolean }
  | {
      readonly kind: "write";
      readonly path: string;
      readonly offset: number;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "truncate"; readonly path: string; readonly size: number }
  /** From now on the file changes with no further word: it is shared memory. */
  | { readonly kind: "share"; readonly path: string }
  | { readonly kind: "link"; readonly path: string; readonly to: string }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  | { readonly kind: "remove"; readonly path: string }
  /** A file, or a folder with the names in it, is durable as it was when this began. */
  | {
      readonly kind: "sync";
      readonly path: string;
      /** How many operations had ended then. */
      readonly began: number;
    }
  /** An answer left for a client: from here on its receipt, the request's id, may be with the client. */
  | { readonly kind: "answer"; readonly receipt: string };

/** The folder itself. */
export const FOLDER = "";
