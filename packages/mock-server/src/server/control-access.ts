import { hash, timingSafeEqual } from "node:crypto";
import type { HttpRequest, HttpResponse } from "@sinkove/api";
import { CONTROL_TOKEN_HEADER } from "../control/control-token.ts";
import { problemResponse } from "../problem.ts";

const LOOPBACK_HOST = /^(localhost|([\w-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const LOOPBACK_ADDRESS = /^(::ffff:)?127\.|^::1$/;

/** Whether a host, with or without a port, is a loopback name or address. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_HOST.test(host);
}

/** The sender of a request to the controls. */
export interface Sender {
  readonly method: string;
  /** The remote address of the connection. */
  readonly address: string | undefined;
  readonly headers: HttpRequest["headers"];
}

/**
 * Returns why a request may not use the controls, or undefined if it may. A request with the control token may come
 * from anywhere. A request without it must come over the loopback interface, must not come from a page of another host,
 * and must have a loopback name as its `Host`, which prevents DNS rebinding.
 */
export function refusalOf(sender: Sender, controlToken: string | undefined): string | undefined {
  const { method, address, headers } = sender;
  const sent = headers.get(CONTROL_TOKEN_HEADER);
  if (sent !== null) return refusalOfToken(sent, controlToken);
  if (!LOOPBACK_ADDRESS.test(address ?? "") || !isLoopback(headers.get("host") ?? "")) {
    return `Without a control token, the controls answer on this machine only, at http://127.0.0.1 or http://localhost. ${remedyFor(controlToken)}`;
  }
  return isFromPageElsewhere(method, headers)
    ? "The controls do not answer pages from other hosts. Serve the page from localhost."
    : undefined;
}

function refusalOfToken(sent: string, controlToken: string | undefined): string | undefined {
  if (controlToken !== undefined && isSame(sent, controlToken)) return undefined;
  return controlToken === undefined
    ? "This mock server has no control token. Start it with --control-token."
    : "The control token is wrong. Send the one that the mock server was started with.";
}

/** Compares two texts in constant time. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => hash("sha256", text, "buffer"));
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}

function remedyFor(controlToken: string | undefined): string {
  return controlToken === undefined
    ? `Start the mock server with --control-token and send the token in the header ${CONTROL_TOKEN_HEADER}.`
    : `Send the control token in the header ${CONTROL_TOKEN_HEADER}.`;
}

/** Accepts pages of any loopback origin, because browsers treat `localhost` and `127.0.0.1` as different sites. */
function isFromPageElsewhere(method: string, headers: Sender["headers"]): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return !isLoopbackOrigin(origin);
  return headers.get("sec-fetch-site") === "cross-site" && !isFollowedLink(method, headers);
}

/** Whether the browser follows a link. The page with the link cannot read the response. */
function isFollowedLink(method: string, headers: Sender["headers"]): boolean {
  return method === "GET" && headers.get("sec-fetch-dest") === "document";
}

function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).host);
}

/** Creates the response to a sender who may not use the controls. */
export function refuseSender(request: HttpRequest, detail: string): HttpResponse {
  return problemResponse(request, "PERMISSION_DENIED", {
    status: 403,
    title: "Permission denied",
    detail,
  });
}
