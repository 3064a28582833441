/**
 * What `fetch` rejects with where a connection is reset: a TypeError whose cause has the system's code. A server
 * resets the connection instead.
 */
export class ConnectionResetError extends TypeError {
  override readonly name = "TypeError";

  constructor() {
    super("fetch failed", {
      cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
    });
  }
}
