import type { Operation, Scope } from "@sinkove/contract";
import { ApiError, type ApiErrorOptions } from "../http/problem.ts";
import { challenge, type Principal } from "./authentication.ts";

/** @throws ApiError PERMISSION_DENIED for an API key on an operation that only people may call, and the reverse */
export function requireScheme({ apiKey }: Principal, { schemes }: Operation): void {
  if (schemes.includes(apiKey ? "apiKey" : "session")) return;
  const detail = apiKey
    ? "Only a person who is signed in can do this, not an API key. Do it in the console."
    : "Only an API key can do this. Send one in the Authorization header.";
  throw permissionDenied(detail, [], "scheme");
}

/**
 * A session has every scope. Its role limits what it may do in an organization.
 *
 * @throws ApiError PERMISSION_DENIED if the key lacks a scope that the contract requires
 */
export function requireScopes({ apiKey }: Principal, { scopes }: Operation): void {
  const missing = apiKey ? scopes.filter((scope) => !apiKey.scopes.includes(scope)) : [];
  if (missing.length === 0) return;
  const detail = `The API key lacks the scope ${missing.join(", ")}. Use a key that has it, or have it added to this one.`;
  throw permissionDenied(detail, scopes, "scope");
}

/**
 * @param scopes what the operation needs
 * @throws ApiError PERMISSION_DENIED for an organization out of reach, whether or not it exists, and for one in which
 * the account's role does not allow the operation
 */
export function requireOrganization(
  { organizationIds, memberships, apiKey }: Principal,
  id: string,
  scopes: readonly Scope[],
): void {
  if (organizationIds.includes(id)) return;
  const membership = memberships.find(({ organizationId }) => organizationId === id);
  if (membership) {
    const detail = `The role ${membership.role} does not allow this in the organization ${id}. Ask one of its owners.`;
    throw permissionDenied(detail, scopes, "role");
  }
  const detail = apiKey
    ? `The API key does not reach the organization ${id}. Check the id, or use a key of an account that belongs to it.`
    : `You do not belong to the organization ${id}. Check the id, or ask one of its owners to invite you.`;
  throw permissionDenied(detail, scopes, "organization");
}

/**
 * Creates a 403 with the challenge of RFC 6750. The log gets the refusal. Default: the key cannot grant a right.
 */
export function permissionDenied(
  detail: string,
  scopes?: readonly Scope[],
  refusal: NonNullable<ApiErrorOptions["refusal"]> = "grant",
): ApiError {
  const options = { ...challenge("insufficient_scope", detail, scopes?.join(" ")), refusal };
  if (!scopes || scopes.length === 0) return new ApiError("PERMISSION_DENIED", detail, options);
  return new ApiError("PERMISSION_DENIED", detail, { ...options, requiredScopes: scopes });
}
