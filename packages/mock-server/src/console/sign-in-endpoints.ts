import { type AccountRecord, type HttpResponse, isFromOrigin } from "@sinkove/api";
import type { ParsedRequest } from "../exchange/exchange.ts";
import { json, type MockRequest } from "../http.ts";
import { FORGET_SESSION, readSessionToken } from "../sessions/session-cookie.ts";
import type { SandboxSession } from "../sessions/sessions.ts";
import type { World } from "../worlds/world.ts";
import type { Worlds } from "../worlds/worlds.ts";

/** The signed-in person of a request. */
interface SignedIn {
  readonly world: World;
  readonly token: string;
  readonly session: SandboxSession;
  readonly account: AccountRecord;
}

type Answer = (signedIn: SignedIn) => HttpResponse;

/** The endpoints for a signed-in person, by method and path under `/auth`. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  "GET profile": ({ account: { id, name, email, emailVerified } }) =>
    json({ id, name, email, emailVerified, twoFactorEnabled: false }),
  "GET sessions": ({ world, session }) =>
    json(world.sessions.list(session.accountId).map((each) => present(each, session))),
  "POST sign-out": ({ world, token }) => {
    world.sessions.end(token);
    return withHeader(json({ success: true }), "Set-Cookie", FORGET_SESSION);
  },
};

/** The sign-in options are empty because the mock server signs each browser in by itself. */
const OPTIONS = { signUp: "invited", welcome: false, providers: [] };

/** Handles the sign-in endpoints that the console needs. */
export async function answerSignIn(
  path: string,
  { request, target }: ParsedRequest,
  worlds: Worlds,
): Promise<HttpResponse> {
  const endpoint = `${request.method} ${path}`;
  if (endpoint === "GET options") return fresh(json(OPTIONS));
  if (!Object.hasOwn(ANSWERS, endpoint)) return fresh(NOT_IN_THE_SANDBOX);
  if (request.method === "POST" && !isFromOrigin(request, target.origin)) {
    return fresh(FOREIGN_ORIGIN);
  }
  const person = await personOf(request, worlds);
  return fresh(person ? (ANSWERS[endpoint]?.(person) ?? NOT_IN_THE_SANDBOX) : SIGNED_OUT);
}

function refusal(status: number, code: string, message: string): HttpResponse {
  return json({ code, message }, status);
}

const NOT_IN_THE_SANDBOX: HttpResponse = refusal(
  404,
  "NOT_IN_THE_SANDBOX",
  "The mock server has no passwords and sends no mail. It signs you in automatically: reload the page.",
);
const SIGNED_OUT: HttpResponse = refusal(
  401,
  "SESSION_EXPIRED",
  "You are not signed in. Reload the page: the mock server signs you in.",
);
const FOREIGN_ORIGIN: HttpResponse = refusal(
  403,
  "FOREIGN_ORIGIN",
  "Only the console's own pages can do this.",
);

async function personOf({ headers }: MockRequest, worlds: Worlds): Promise<SignedIn | undefined> {
  const cookie = headers.get("cookie");
  const token = readSessionToken(cookie);
  const world = worlds.byCookie(cookie)?.world;
  const session = token === undefined ? undefined : world?.sessions.find(token);
  if (!world || !session || token === undefined) return undefined;
  const account = await world.findAccount(session.accountId);
  return account && { world, token, session, account };
}

function present(session: SandboxSession, current: SandboxSession): object {
  const { id, userAgent, createdAt, lastSeenAt, expiresAt } = session;
  return {
    ...{ id, userAgent, address: null, isCurrent: session === current },
    createdAt: new Date(createdAt).toISOString(),
    lastSeenAt: new Date(lastSeenAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  };
}

function fresh(response: HttpResponse): HttpResponse {
  return withHeader(response, "Cache-Control", "no-store");
}

function withHeader(response: HttpResponse, name: string, value: string): HttpResponse {
  return { ...response, headers: { ...response.headers, [name]: value } };
}
