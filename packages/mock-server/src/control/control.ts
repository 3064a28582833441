import type { HttpResponse } from "@sinkove/api";
import type { ErrorCode } from "@sinkove/contract";
import type { ParsedRequest } from "../exchange/exchange.ts";
import { MAX_BODY_BYTES, type MockRequest } from "../http.ts";
import { MockError } from "../mock-error.ts";
import { problemResponse } from "../problem.ts";
import type { World } from "../worlds/world.ts";
import type { Worlds } from "../worlds/worlds.ts";
import { type Controls, controls } from "./controls.ts";
import { answerPage, isPageRequest } from "./sandbox-page.ts";

/** The path prefix of the controls, which are not part of the API. */
const CONTROL_PATH = "/_sandbox";

/** Whether a path belongs to the controls and not to the API. */
export function isControlPath(pathname: string): boolean {
  return pathname === CONTROL_PATH || pathname.startsWith(`${CONTROL_PATH}/`);
}

/** Handles a request to the controls, in the world of the request's API key, or in the first world if it has none. */
export async function answerControl(
  { request, target }: ParsedRequest,
  worlds: Worlds,
): Promise<HttpResponse> {
  if (isPageRequest(request, target.pathname)) return answerPage(target.pathname);
  const byMethod: Controls[string] | undefined =
    controls[target.pathname.slice(CONTROL_PATH.length)];
  if (!byMethod) return refuse(request, NOT_FOUND);
  const control = Object.hasOwn(byMethod, request.method) && byMethod[request.method];
  if (!control) return refuseMethod(request, Object.keys(byMethod));
  const world = worldOf(request, worlds);
  if (!world) return refuse(request, UNKNOWN_KEY);
  try {
    const body = request.method === "POST" ? await readJson(request) : undefined;
    return await control({ target, body, world, worlds });
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    return refuse(request, { ...INVALID, detail: error.message });
  }
}

function worldOf(request: MockRequest, worlds: Worlds): World | undefined {
  const header = request.headers.get("authorization");
  return header === null ? worlds.first : worlds.byAuthorization(header)?.world;
}

async function readJson(request: MockRequest): Promise<unknown> {
  const bytes = await request.readBody(MAX_BODY_BYTES);
  if (bytes === undefined)
    throw new MockError("The body is longer than 1 MiB. Send a shorter one.");
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new MockError("The body is not valid JSON. Correct its syntax.");
  }
}

interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly title: string;
  readonly detail: string;
}

const INVALID = { status: 422, code: "VALIDATION_ERROR", title: "Validation error" } as const;

const NOT_FOUND: Refusal = {
  status: 404,
  code: "NOT_FOUND",
  title: "Not found",
  detail: `There is no control at this path. GET ${CONTROL_PATH} lists the controls.`,
};

const UNKNOWN_KEY: Refusal = {
  status: 401,
  code: "INVALID_API_KEY",
  title: "Invalid API key",
  detail: `No world has issued this API key. Create a world with POST ${CONTROL_PATH}/worlds, or omit the header to use the first world.`,
};

function refuse(request: MockRequest, { code, ...refusal }: Refusal): HttpResponse {
  return problemResponse(request, code, refusal);
}

function refuseMethod(request: MockRequest, methods: readonly string[]): HttpResponse {
  const allowed = methods.join(", ");
  return problemResponse(request, "METHOD_NOT_ALLOWED", {
    status: 405,
    title: "Method not allowed",
    detail: `This path allows ${allowed}, not ${request.method}.`,
    headers: { Allow: allowed },
  });
}
