import type { Principal } from "../access/authentication.ts";
import type { Call } from "../pipeline/call.ts";
import type { RequestRecord } from "../store/records.ts";
import { readAddress, readUserAgent } from "./client-facts.ts";

/** A request that was answered, as the log keeps it: no body, no query, and the template in place of the path. */
export function entryOf(
  { request, operation, requestId, now, refusal }: Call,
  known: Principal,
  { status, durationMs }: Pick<RequestRecord, "status" | "durationMs">,
): RequestRecord {
  // A signed-in person has no key.
  const apiKeyId = known.apiKey?.id ?? null;
  return {
    id: requestId,
    accountId: known.account.id,
    createdAt: now,
    actorType: apiKeyId === null ? "person" : "api_key",
    actorId: apiKeyId ?? known.account.id,
    apiKeyId,
    method: request.method,
    operationId: operation.id,
    path: operation.path,
    status,
    statusClass: `${Math.floor(status / 100)}xx`,
    code: refusal?.code ?? null,
    reason: refusal?.options.reason ?? refusal?.options.refusal ?? null,
    address: readAddress(request.address),
    userAgent: readUserAgent(request.headers.get("user-agent")),
    durationMs,
  };
}
