import type { HttpRequest } from "@sinkove/api";
import { ADDRESS_HEADER, type Engine } from "./better-auth.ts";
import { refusalOf } from "./error-texts.ts";
import type { Body } from "./fields.ts";
import type { Session } from "./find-session.ts";
import { inRequestScope } from "./request-scope.ts";

/** A request under `/auth` that passed the checks. */
export interface Call {
  readonly request: HttpRequest;
  /** The path after `/auth`. */
  readonly path: string;
  /** The parameters of the URL. */
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly session: Session | undefined;
  readonly origin: string;
  readonly isSecure: boolean;
}

/** A request to better-auth. */
export interface Question {
  readonly method?: "GET" | "POST";
  /** The path with its query. Default: that of the call. */
  readonly path?: string;
  readonly body?: object;
  /** Whether to send the request's cookies. Default: true. */
  readonly sendsCookies?: boolean;
}

/** The response of better-auth. */
export interface Answer {
  readonly json: unknown;
  readonly location: string | null;
  readonly cookies: readonly string[];
}

/** How many characters of a `User-Agent` are kept. */
const MOST_AGENT = 300;

/**
 * Sends a request to better-auth.
 *
 * @throws Refusal if it refuses
 */
export async function ask(engine: Engine, call: Call, question: Question = {}): Promise<Answer> {
  const { origin } = call;
  const isProviderCallback = call.path.startsWith("/callback/");
  const scope = { origin, isProviderCallback, network: call.request.network };
  const response = await inRequestScope(scope, () => engine(requestOf(call, question)));
  const text = await response.text();
  const json: unknown = text === "" ? null : JSON.parse(text);
  if (response.status >= 400) throw refusalOf(response.status, json);
  return {
    json,
    location: response.headers.get("location"),
    cookies: response.headers.getSetCookie(),
  };
}

function requestOf(call: Call, question: Question): Request {
  const { method = "POST", path = call.path, body = call.body } = question;
  const url = `${call.origin}/auth${path}`;
  const headers = headersOf(call, question.sendsCookies ?? true);
  if (method === "GET") return new Request(url, { headers });
  headers.set("content-type", "application/json");
  return new Request(url, { method, headers, body: JSON.stringify(body) });
}

/** Only a few headers of the request: better-auth must not read others. */
function headersOf({ request, origin }: Call, sendsCookies: boolean): Headers {
  const headers = new Headers({ origin });
  const cookies = request.headers.get("cookie");
  if (sendsCookies && cookies !== null) headers.set("cookie", cookies);
  const agent = request.headers.get("user-agent");
  if (agent !== null) headers.set("user-agent", agent.slice(0, MOST_AGENT));
  if (request.address !== undefined) headers.set(ADDRESS_HEADER, request.address);
  return headers;
}
