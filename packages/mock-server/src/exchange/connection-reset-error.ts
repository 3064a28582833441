/**
 * The error with which `fetch` rejects if a connection is reset: a TypeError whose cause has the code ECONNRESET. The
 * HTTP server does not use it; it resets the connection.
 */
export class ConnectionResetError extends TypeError {
  override readonly name = "TypeError";

  constructor() {
    super("fetch failed", {
      cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
    });
  }
}
