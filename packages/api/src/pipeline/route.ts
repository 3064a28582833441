import type { Operation } from "@sinkove/contract";
import { matchPath } from "@sinkove/contract/routes";
import { ApiError } from "../http/problem.ts";
import type { Target } from "../http/target.ts";
import { type Call, callOf, type ReceivedRequest } from "./call.ts";

/** Finds the operation of a path and a method; HEAD is GET without the body. `own` is where the request arrived. */
export function route(received: ReceivedRequest, own: Target): Call | ApiError {
  const match = matchPath(own.pathname);
  if (!match) return notFound();
  const { method } = received.request;
  const operation = match.operations.get(method === "HEAD" ? "GET" : method);
  return operation ? callOf(received, operation, match) : methodNotAllowed(match.operations);
}

function notFound(): ApiError {
  return new ApiError("NOT_FOUND", "There is nothing at this path. Compare it with the reference.");
}

function methodNotAllowed(byMethod: ReadonlyMap<string, Operation>): ApiError {
  const methods = [...byMethod.keys()];
  const allowed = [...methods, ...(byMethod.has("GET") ? ["HEAD"] : [])].join(", ");
  const detail = `This path does not have that method. It has: ${allowed}.`;
  return new ApiError("METHOD_NOT_ALLOWED", detail, { headers: { Allow: allowed } });
}
