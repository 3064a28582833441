import { reachOf } from "../api-keys/reach.ts";
import { readPage } from "../http/pagination.ts";
import { ApiError } from "../http/problem.ts";
import { toMoment } from "../moment.ts";
import type { Context, Handlers } from "../operation.ts";
import type { RequestFilter } from "../store/request-log.ts";
import { presentRequest } from "./presentation.ts";

/** Handlers of the tag "Requests". What was recorded and not written yet is written first. */
export const requestHandlers: Pick<Handlers, "listRequests" | "getRequest"> = {
  async listRequests(context) {
    const { parameters, services, store } = context;
    const filter = readFilter(context);
    await services.requests.flush();
    const list = store.listRequests.bind(store, filter);
    const { records, headers } = await readPage(context, parameters, list);
    return { status: 200, body: records.map(presentRequest), headers };
  },

  async getRequest({ parameters: { requestId }, principal, services, store, now }) {
    await services.requests.flush();
    const request = await store.findRequest(reachOf(principal), requestId);
    if (request && request.createdAt >= services.requests.keptSince(now)) {
      return { status: 200, body: presentRequest(request) };
    }
    const detail = `The request log has no request ${requestId} that you can see. Check the id; it may be older than the log, or of a key that is out of reach.`;
    throw new ApiError("REQUEST_NOT_FOUND", detail);
  },
};

/** @throws ApiError VALIDATION_ERROR for a moment that does not exist */
function readFilter(context: Context<"listRequests">): RequestFilter {
  const { parameters, principal, services, now } = context;
  const { apiKeyId, actorType, operation, statusClass, code } = parameters;
  const { occurredAfter, occurredBefore } = parameters;
  const oldest = services.requests.keptSince(now);
  const from = occurredAfter === undefined ? oldest : toMoment(occurredAfter, "occurredAfter");
  const to = occurredBefore === undefined ? undefined : toMoment(occurredBefore, "occurredBefore");
  const wanted = { apiKeyId, actorType, operationId: operation, statusClass, code };
  return { ...reachOf(principal), ...wanted, from: Math.max(from, oldest), to };
}
