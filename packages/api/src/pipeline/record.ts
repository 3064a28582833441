import { redact } from "@sinkove/api-key";
import { textOf } from "../error-text.ts";
import type { HttpResponse } from "../http/messages.ts";
import { readCorrelation } from "../requests/correlation.ts";
import { entryOf } from "../requests/entry.ts";
import { type Call, durationOf, type ReceivedRequest } from "./call.ts";

/** Counts an answered call as usage of its key, and adds it to the request log of its account. */
export function recordCall(call: Call, { status }: HttpResponse): void {
  const { known, principal, operation, services, now } = call;
  if (!known) return;
  const { apiKey } = known;
  const isAccepted = principal !== undefined;
  if (apiKey) services.usage.record({ apiKey, isAccepted, operationId: operation.id, status, now });
  const durationMs = durationOf(call);
  services.requests.record(entryOf(call, known, { status, durationMs }));
}

/** Writes the line of a response in the log. */
export function logResponse(
  answered: ReceivedRequest & Partial<Call>,
  { status }: Pick<HttpResponse, "status">,
): void {
  const { request, requestId, services, operation, known, keyPrefix, refusal } = answered;
  services.log({
    level: "info",
    message: "request",
    requestId,
    method: request.method,
    operationId: operation?.id,
    apiKeyId: known?.apiKey?.id,
    accountId: known?.apiKey === null ? known.account.id : undefined,
    keyPrefix,
    address: request.address,
    status,
    code: refusal?.code,
    reason: refusal?.options.reason ?? refusal?.options.refusal,
    durationMs: durationOf(answered),
    ...readCorrelation(request),
  });
}

/** Writes the line of a server error in the log, without keys. */
export function logFailure(
  { services, requestId, operation }: Call,
  message: string,
  error: unknown,
): void {
  const text = redact(textOf(error));
  services.log({ level: "error", message, requestId, operationId: operation.id, error: text });
}
