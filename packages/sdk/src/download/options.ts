import type { RequestOptions } from "../options.ts";

/** How far a download has come, in bytes. */
export interface DownloadProgress {
  readonly received: number;
  readonly total: number;
}

/** Options of a download. `timeout` is how long the connection may be silent. */
export interface DownloadOptions
  extends Omit<RequestOptions, "idempotencyKey" | "headers" | "fetchOptions"> {
  /**
   * What to do if the file exists. `replace` replaces a symbolic link itself, not the file that it
   * points to. Default: `fail`.
   */
  readonly strategy?: "fail" | "skip" | "replace" | undefined;
  /**
   * Called as bytes arrive. After a resumption, the first call includes the bytes that were already
   * downloaded.
   */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** A file that was downloaded. */
export interface DownloadedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** True if the file existed and `skip` kept it. */
  readonly skipped: boolean;
}
