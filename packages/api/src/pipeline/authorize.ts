import { requireScheme, requireScopes } from "../access/authorization.ts";
import { requireOwnOrigin } from "../access/session.ts";
import { requireJsonAccepted } from "../http/accept.ts";
import { type Call, found } from "./call.ts";

/** Refuses a caller who may not call the operation, whatever its parameters are. */
export function authorize(call: Call): void {
  const { request, operation, target } = call;
  const principal = found(call.principal);
  if (!principal.apiKey) requireOwnOrigin(request, operation, target);
  requireScheme(principal, operation);
  requireJsonAccepted(request.headers.get("accept"));
  requireScopes(principal, operation);
}
