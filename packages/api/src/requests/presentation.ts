import type { LoggedRequest } from "@sinkove/contract";
import { toTimestamp } from "../moment.ts";
import type { RequestRecord } from "../store/records.ts";

/** A request as the API shows it. */
export function presentRequest(request: RequestRecord): LoggedRequest {
  const { id, createdAt, method, operationId, path, status } = request;
  const { code, reason, actorType, actorId, address, userAgent, durationMs } = request;
  return {
    id,
    occurredAt: toTimestamp(createdAt),
    method,
    operation: operationId,
    path,
    status,
    code,
    reason,
    actor: { type: actorType, id: actorId },
    address,
    userAgent,
    durationMs,
  };
}
