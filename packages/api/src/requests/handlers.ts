import type { Handlers } from "../operation.ts";
import { ApiError } from "../problem.ts";

/** Handlers of the tag "Requests". */
export const requestHandlers: Pick<Handlers, "listRequests" | "getRequest"> = {
  listRequests() {
    throw new ApiError("NOT_FOUND", "The request log is not available yet.");
  },

  getRequest() {
    throw new ApiError("NOT_FOUND", "The request log is not available yet.");
  },
};
