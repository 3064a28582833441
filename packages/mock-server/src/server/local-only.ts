import type { HttpRequest, HttpResponse } from "@sinkove/api";
import { problemResponse } from "../problem.ts";

const LOOPBACK_HOST = /^(localhost|([\w-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const LOOPBACK_ADDRESS = /^(::ffff:)?127\.|^::1$/;

/** Where a request to the sandbox's controls comes from. */
export interface Sender {
  /** Of the connection. */
  readonly address: string | undefined;
  readonly headers: HttpRequest["headers"];
}

/**
 * Why a request may not steer the sandbox; undefined for one that may: over the loopback, by a loopback name (a page
 * whose name was bound anew to 127.0.0.1 still says its own), and not from a page of elsewhere.
 */
export function refusalOf({ address, headers }: Sender): string | undefined {
  if (!LOOPBACK_ADDRESS.test(address ?? "")) {
    return "The sandbox is steered from its own machine only. Send this from there.";
  }
  if (!LOOPBACK_HOST.test(headers.get("host") ?? "")) {
    return "The sandbox is steered under a loopback name only. Use http://127.0.0.1 or http://localhost.";
  }
  const origin = headers.get("origin");
  const isForeign = origin !== null && !isLoopbackOrigin(origin);
  if (!isForeign && headers.get("sec-fetch-site") !== "cross-site") return undefined;
  return "The sandbox is not steered by pages from elsewhere. Serve the page from localhost.";
}

function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && LOOPBACK_HOST.test(new URL(origin).host);
}

/** The answer to who may not steer the sandbox. */
export function refuseSender(request: HttpRequest, detail: string): HttpResponse {
  return problemResponse(request, "PERMISSION_DENIED", {
    status: 403,
    title: "Permission denied",
    detail,
  });
}
