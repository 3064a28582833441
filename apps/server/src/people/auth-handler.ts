import { type HttpRequest, isFromOrigin, readCorrelation } from "@sinkove/api";
import type { Log } from "../log.ts";
import { codeOf } from "../start-error.ts";
import type { AttemptLimit } from "./attempts.ts";
import { CALLBACK, ENDPOINTS, type Endpoint } from "./endpoints.ts";
import { type Body, readBody } from "./fields.ts";
import { type FindSession, isSecure, type Session } from "./find-session.ts";
import {
  type AuthHandler,
  type AuthParts,
  forward,
  HANDLERS,
  providerCallback,
} from "./handlers.ts";
import { originOf } from "./own-origin.ts";
import {
  type AuthResponse,
  failed,
  foreignOrigin,
  notFound,
  Refusal,
  signedOut,
  tooMany,
  unavailable,
} from "./reply.ts";

/** Options of {@link createAuthHandler}. */
export interface AuthHandlerOptions extends AuthParts {
  readonly findSession: FindSession;
  readonly publicUrl: string | undefined;
  readonly log: Log;
}

/** Creates the handler for everything under `/auth`. It never rejects. */
export function createAuthHandler(
  options: AuthHandlerOptions,
): (request: HttpRequest) => Promise<AuthResponse> {
  return async (request) => {
    const started = performance.now();
    const { pathname } = new URL(request.url);
    const path = pathname.slice("/auth".length);
    const response = await answer(request, path, options).catch((error: unknown) =>
      toReply(error, path, options),
    );
    options.log.info("sign-in request", {
      // An unknown path may contain anything, such as a token.
      endpoint: endpointAt(path) ? `${request.method} /auth${path}` : "unknown",
      status: response.status,
      address: request.address,
      durationMs: Math.round(performance.now() - started),
      ...readCorrelation(request),
    });
    return response;
  };
}

async function answer(
  request: HttpRequest,
  path: string,
  options: AuthHandlerOptions,
): Promise<AuthResponse> {
  const endpoint = endpointAt(path);
  if (!endpoint) throw notFound;
  requireMethod(request, endpoint);
  const { publicUrl, attempts } = options;
  const isOwn = isFromOrigin(request, new URL(request.url).origin, publicUrl);
  if (endpoint.method === "POST" && !isOwn) throw foreignOrigin;
  const take = async (limit: AttemptLimit | undefined, subject: string | undefined) => {
    if (!limit || subject === undefined) return;
    const retryAfter = await attempts.take(limit, subject);
    if (retryAfter !== undefined) throw tooMany(retryAfter);
  };
  await take(endpoint.perAddress, request.network ?? "local");
  const session = await sessionOf(request, endpoint, options);
  const body = await readBody(request, endpoint.fields);
  await take(endpoint.perPerson, subjectOf(body, session));
  return handlerAt(path)(options, {
    request,
    path,
    body,
    session,
    query: new URL(request.url).searchParams,
    origin: originOf(request, publicUrl),
    isSecure: isSecure({ url: request.url, publicUrl }) ?? false,
  });
}

function endpointAt(path: string): Endpoint | undefined {
  if (/^\/callback\/[a-z0-9-]{1,40}$/.test(path)) return CALLBACK;
  return Object.hasOwn(ENDPOINTS, path) ? ENDPOINTS[path] : undefined;
}

function handlerAt(path: string): AuthHandler {
  if (path.startsWith("/callback/")) return providerCallback;
  return (Object.hasOwn(HANDLERS, path) ? HANDLERS[path] : undefined) ?? forward;
}

function requireMethod({ method }: HttpRequest, endpoint: Endpoint): void {
  if (method === endpoint.method) return;
  const message = `Use ${endpoint.method} here.`;
  const text = { status: 405, code: "METHOD_NOT_ALLOWED", message };
  throw new Refusal(text, { Allow: endpoint.method });
}

async function sessionOf(
  request: HttpRequest,
  { needsSession = false }: Endpoint,
  { findSession }: AuthHandlerOptions,
): Promise<Session | undefined> {
  const session = await findSession(request);
  const valid = session === "ended" ? undefined : session;
  if (needsSession && !valid) throw signedOut;
  return valid;
}

/** The subject of an attempt: the email address in the body, or the signed-in person. */
function subjectOf({ email }: Body, session: Session | undefined): string | undefined {
  return typeof email === "string" ? email : session?.accountId;
}

function toReply(
  error: unknown,
  path: string,
  { database, log }: Pick<AuthHandlerOptions, "database" | "log">,
): AuthResponse {
  if (error instanceof Refusal) return error.toReply();
  const isAway = database.isUnavailable(error) || nameOf(error) === "StoreUnavailableError";
  // A message may contain an address or a token.
  const what = [nameOf(error), codeOf(error)].filter(Boolean).join(" ");
  const endpoint = endpointAt(path) ? `/auth${path}` : "unknown";
  log.error("sign-in request failed", { endpoint, error: what });
  return (isAway ? unavailable : failed).toReply();
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
