import type { Handlers } from "../operation.ts";
import { ApiError } from "../problem.ts";

/** Handlers of the tag "Requests". Nothing is logged yet. */
export const requestHandlers: Pick<Handlers, "listRequests" | "getRequest"> = {
  listRequests: () => ({ status: 200, body: [] }),

  getRequest({ parameters }) {
    const detail = `The request log has no request with the id ${parameters.requestId}.`;
    throw new ApiError("REQUEST_NOT_FOUND", detail);
  },
};
