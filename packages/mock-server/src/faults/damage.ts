import type { HttpResponse } from "@sinkove/api";
import type { Exchange } from "../exchange/exchange.ts";
import type { MockResponse } from "../http.ts";
import { slowed, truncated } from "./damaged-body.ts";

/** Applies a fault to a response's body: truncates it or sends it slowly. */
export async function damage(
  response: HttpResponse,
  { request, fault, parts: { sleep } }: Pick<Exchange, "request" | "fault" | "parts">,
): Promise<MockResponse> {
  if (fault?.action !== "truncate" && fault?.action !== "slow-body") return response;
  if (request.method === "HEAD" || response.body === null) return response;
  const bytes = new Uint8Array(await new Response(response.body).arrayBuffer());
  if (bytes.length === 0) return response;
  // Without Content-Length, a client could not tell a truncated body from a complete one.
  const others = Object.entries(response.headers).filter(
    ([name]) => name.toLowerCase() !== "content-length",
  );
  const headers = { ...Object.fromEntries(others), "Content-Length": `${bytes.length}` };
  const damaged = { status: response.status, headers, isDamaged: true };
  if (fault.action === "slow-body") {
    return { ...damaged, body: slowed(bytes, { bytesPerSecond: fault.bytesPerSecond, sleep }) };
  }
  const after = Math.min(fault.afterBytes ?? bytes.length / 2, bytes.length - 1);
  return { ...damaged, body: truncated(bytes, Math.floor(after)) };
}
