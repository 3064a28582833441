import { diagnoseAuthorization } from "@sinkove/api-key";
import type { Environment, InvalidApiKeyReason, RateLimit, Scope } from "@sinkove/contract";
import { statusOf } from "../api-keys/status.ts";
import { ApiError, type ApiErrorOptions } from "../http/problem.ts";
import type { AccountRecord, ApiKeyRecord, Moment } from "../store/records.ts";
import type { Credentials, Membership } from "../store/store.ts";
import { roleAllows } from "./scopes.ts";

/** Who makes a request. */
export interface Principal {
  readonly account: AccountRecord;
  /** Null for a person who is signed in. */
  readonly apiKey: ApiKeyRecord | null;
  /** The account's memberships in the organizations that the key reaches. */
  readonly memberships: readonly Membership[];
  /** The organizations of these memberships in which the role allows the operation. */
  readonly organizationIds: readonly string[];
}

/** A key that was sent, before its status is checked. */
export interface PresentedKey {
  /** Never stored, logged or put into an error. */
  readonly secret: string;
  readonly hash: string;
}

/** The challenge for a request without a key. */
export const CHALLENGE = 'Bearer realm="sinkove"';

/**
 * Reads the key out of the Authorization header.
 *
 * @throws ApiError INVALID_API_KEY with the reason, if the value cannot be a key of this environment
 */
export function readPresentedKey(
  header: string | null,
  {
    environment,
    hash,
  }: {
    readonly environment: Environment;
    readonly hash: (secret: string) => string | Promise<string>;
  },
): PresentedKey | Promise<PresentedKey> {
  const result = diagnoseAuthorization(header, { environment });
  if (result.reason) throw invalidApiKey(result.reason, result.message);
  const { secret } = result;
  const hashed = hash(secret);
  if (typeof hashed === "string") return { secret, hash: hashed };
  return hashed.then((text) => ({ secret, hash: text }));
}

/** @throws ApiError INVALID_API_KEY (`unknown`) if no key was found */
export function requireKnown(credentials: Credentials | undefined): Credentials {
  if (credentials) return credentials;
  const detail =
    "No such API key was ever issued here. Check that it belongs to this service, or create one in Profile > API Key.";
  throw invalidApiKey("unknown", detail);
}

/** The principal of a key or a session, for operations that need the scopes. */
export function toPrincipal(
  found: Omit<Credentials, "apiKey"> & { readonly apiKey: ApiKeyRecord | null },
  { rateLimit }: { readonly rateLimit: RateLimit | undefined },
  scopes: readonly Scope[],
): Principal {
  const { apiKey } = found;
  const account = rateLimit ? { ...found.account, rateLimit } : found.account;
  const limited = apiKey?.organizationIds ?? null;
  const memberships =
    limited === null
      ? found.memberships
      : found.memberships.filter(({ organizationId }) => limited.includes(organizationId));
  const organizationIds: string[] = [];
  for (const { organizationId, role } of memberships) {
    if (roleAllows(role, scopes)) organizationIds.push(organizationId);
  }
  return { account, apiKey, memberships, organizationIds };
}

/** @throws ApiError if the key is revoked, expired or disabled, or its account is suspended */
export function refuseInactive(
  { apiKey, account }: Pick<Credentials, "apiKey" | "account">,
  now: Moment,
): void {
  const status = statusOf(apiKey, now);
  if (status === "active" && account.suspendedAt === null) return;
  if (status === "active") {
    const options = challenge("invalid_token", SUSPENDED);
    throw new ApiError("API_KEY_DISABLED", SUSPENDED, { ...options, refusal: "suspended" });
  }
  const { code, detail } = INACTIVE[status];
  throw new ApiError(code, detail, challenge("invalid_token", detail));
}

const SUSPENDED =
  "The account of the API key is suspended, and with it all of its keys. Ask the operator of the service.";

const INACTIVE = {
  revoked: {
    code: "API_KEY_REVOKED",
    detail: "The API key was revoked, which is final. Use another key.",
  },
  expired: {
    code: "API_KEY_EXPIRED",
    detail: "The API key has expired. Use its successor, or create another key.",
  },
  disabled: {
    code: "API_KEY_DISABLED",
    detail: "The API key is disabled. Enable it with another key, or use another key.",
  },
} as const;

function invalidApiKey(reason: InvalidApiKeyReason, detail: string): ApiError {
  const options =
    reason === "missing"
      ? { headers: { "WWW-Authenticate": CHALLENGE } }
      : challenge("invalid_token", detail);
  return new ApiError("INVALID_API_KEY", detail, { ...options, reason });
}

/** The challenge of RFC 6750, section 3. */
export function challenge(error: string, description: string, scope?: string): ApiErrorOptions {
  const parts = [CHALLENGE, `error="${error}"`];
  if (scope !== undefined) parts.push(`scope="${scope}"`);
  parts.push(`error_description="${description.replaceAll(/[^ !#-[\]-~]/g, "'")}"`);
  return { headers: { "WWW-Authenticate": parts.join(", ") } };
}
