import { randomBytes } from "node:crypto";
import type { HttpResponse } from "@sinkove/api";
import type { ParsedRequest } from "../exchange/exchange.ts";
import { headerOf, type MockRequest } from "../http.ts";
import { setSessionCookie } from "../sessions/session-cookie.ts";
import type { Worlds } from "../worlds/worlds.ts";
import type { ConsoleFile, ConsoleHost } from "./console-host.ts";
import { answerSignIn } from "./sign-in-endpoints.ts";

/** Handles requests for the console's files and its sign-in endpoints. Resolves to undefined for other requests. */
export type Console = (
  incoming: ParsedRequest,
  worlds: Worlds,
) => Promise<HttpResponse | undefined>;

const SIGN_IN = "/auth/";

/** Creates the console. It signs browsers without a session in with the first world's account. */
export function createConsole(host: ConsoleHost): Console {
  return async (incoming, worlds) => {
    const { request, target } = incoming;
    if (target.pathname.startsWith(SIGN_IN)) {
      return answerSignIn(target.pathname.slice(SIGN_IN.length), incoming, worlds);
    }
    const nonce = randomBytes(16).toString("base64url");
    const encodings = request.headers.get("accept-encoding") ?? "";
    const file = host(target.pathname, nonce, encodings);
    if (!file) return undefined;
    if (request.method !== "GET" && request.method !== "HEAD") return METHOD_NOT_ALLOWED;
    return isPage(file) ? signedIn(file, request, worlds) : file;
  };
}

const METHOD_NOT_ALLOWED: HttpResponse = {
  status: 405,
  headers: { Allow: "GET, HEAD", "Content-Type": "text/plain; charset=utf-8" },
  body: "The console's files allow only GET and HEAD.",
};

function isPage(file: ConsoleFile): boolean {
  return file.status === 200 && headerOf(file, "content-type")?.startsWith("text/html") === true;
}

function signedIn(file: ConsoleFile, { headers }: MockRequest, worlds: Worlds): HttpResponse {
  const { first } = worlds;
  if (worlds.byCookie(headers.get("cookie"))?.accountId !== undefined) return file;
  const token = first.sessions.begin(first.accountId, headers.get("user-agent"));
  return { ...file, headers: { ...file.headers, "Set-Cookie": setSessionCookie(token) } };
}
