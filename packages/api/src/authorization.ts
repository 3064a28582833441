import type { Operation, Scope } from "@sinkove/contract";
import { challenge, type Principal } from "./authentication.ts";
import { ApiError } from "./problem.ts";

/** @throws ApiError PERMISSION_DENIED where the key lacks a scope that the contract asks for */
export function requireScopes({ apiKey }: Principal, { scopes }: Operation): void {
  const missing = scopes.filter((scope) => !apiKey.scopes.includes(scope));
  if (missing.length === 0) return;
  const detail = `The API key lacks the scope ${missing.join(", ")}. Use a key that has it, or have it added to this one.`;
  throw permissionDenied(detail, scopes, "scope");
}

/** @throws ApiError PERMISSION_DENIED for an organization out of reach, whether or not it exists */
export function requireOrganization(
  { organizationIds }: Principal,
  id: string,
  scopes: readonly Scope[],
): void {
  if (organizationIds.includes(id)) return;
  const detail = `The API key does not reach the organization ${id}. Check the id, or use a key of an account that belongs to it.`;
  throw permissionDenied(detail, scopes, "organization");
}

/** A 403, with the challenge of RFC 6750. The refusal is for the log: by default, a right that the key cannot give. */
export function permissionDenied(
  detail: string,
  scopes?: readonly Scope[],
  refusal: "scope" | "organization" | "grant" = "grant",
): ApiError {
  const options = { ...challenge("insufficient_scope", detail, scopes?.join(" ")), refusal };
  if (!scopes || scopes.length === 0) return new ApiError("PERMISSION_DENIED", detail, options);
  return new ApiError("PERMISSION_DENIED", detail, { ...options, requiredScopes: scopes });
}
