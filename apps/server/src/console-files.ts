import { randomBytes } from "node:crypto";
import type { HttpHandler, HttpResponse } from "@sinkove/api";
import { createConsoleHost } from "@sinkove/console/host";

/**
 * Serves the console's files under `/console`, to GET and HEAD.
 *
 * @throws Error if the console has not been built
 */
export function createConsoleFiles(): HttpHandler {
  const host = createConsoleHost();
  return ({ method, url, headers }) => {
    if (method !== "GET" && method !== "HEAD") return METHOD_NOT_ALLOWED;
    const nonce = randomBytes(16).toString("base64url");
    const encoding = headers.get("accept-encoding") ?? undefined;
    const file = host(new URL(url).pathname, nonce, encoding);
    return file ?? NOT_FOUND;
  };
}

const METHOD_NOT_ALLOWED: HttpResponse = {
  status: 405,
  headers: { Allow: "GET, HEAD", "Content-Type": "text/plain; charset=utf-8" },
  body: "Use GET or HEAD for the console's files.",
};

const NOT_FOUND: HttpResponse = {
  status: 404,
  headers: { "Content-Type": "text/plain; charset=utf-8" },
  body: "Page not found.",
};
