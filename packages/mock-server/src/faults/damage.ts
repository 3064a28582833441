import { type Sleep, slowed, truncated } from "./damaged-body.ts";
import type { FaultAction } from "./fault-rule.ts";

const damaged = new WeakSet<Response>();

/** Whether a response's body is slow or will break off. */
export function isDamaged(response: Response): boolean {
  return damaged.has(response);
}

/** The response as a fault lets it through: whole, broken off, or slow. */
export async function damage(
  response: Response,
  fault: FaultAction | undefined,
  sleep: Sleep,
): Promise<Response> {
  if (fault?.action !== "truncate" && fault?.action !== "slow-body") return response;
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) return new Response(null, { status, headers });
  // Without it a client could take a body that breaks off for a whole one.
  headers["content-length"] = `${bytes.length}`;
  if (fault.action === "slow-body") {
    const { bytesPerSecond } = fault;
    return marked(new Response(slowed(bytes, { bytesPerSecond, sleep }), { status, headers }));
  }
  const after = Math.min(fault.afterBytes ?? bytes.length / 2, bytes.length - 1);
  return marked(new Response(truncated(bytes, Math.floor(after)), { status, headers }));
}

function marked(response: Response): Response {
  damaged.add(response);
  return response;
}
