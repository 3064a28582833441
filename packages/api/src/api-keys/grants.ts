import type { Scope } from "@sinkove/contract";
import { permissionDenied } from "../access/authorization.ts";
import { ALL_SCOPES } from "../access/scopes.ts";
import { toTimestamp } from "../moment.ts";
import type { Moment } from "../store/records.ts";

/**
 * What a key may do, in which organizations, and until when. A grant covers every combination of the three: every
 * scope, in every organization, at every moment before it expires.
 */
export interface Grant {
  readonly scopes: readonly Scope[];
  /** Null for all organizations of the account, also those that it joins later. */
  readonly organizationIds: readonly string[] | null;
  /** Null for never. */
  readonly expiresAt: Moment | null;
}

/** A grant that a switch can take back. */
export interface SwitchedGrant extends Grant {
  readonly enabled: boolean;
}

/** The grant that a person may give a key. The person's role limits the key each time it is used. */
const OF_A_PERSON: Grant = { scopes: ALL_SCOPES, organizationIds: null, expiresAt: null };

/** The grant that the caller, a key or a signed-in person, may give to a key. */
export function grantOf({ apiKey }: { readonly apiKey: Grant | null }): Grant {
  return apiKey ?? OF_A_PERSON;
}

/** Whether a grant holds every (scope, organization, moment) of another. */
export function covers(giver: Grant, result: Grant): boolean {
  return partsBeyond(giver, result).length === 0;
}

/**
 * Whether a key gains anything by a change. A key that is created or enabled gains everything that
 * it has. An expired key counts as if it had not expired, so that no sequence of changes gives more
 * than each change alone.
 *
 * @param before - undefined for a new key
 */
export function grows(before: SwitchedGrant | undefined, after: SwitchedGrant): boolean {
  if (before === undefined || (after.enabled && !before.enabled)) return true;
  return !covers(before, after);
}

/**
 * If any part of the grant grows, the giver must hold the whole new grant. Otherwise, scopes, organizations and
 * lifetimes from different people could add up to a grant that none of them holds.
 *
 * @param before - undefined for a new key
 * @throws ApiError PERMISSION_DENIED that names what the giver does not hold
 */
export function requireGrantable(
  giver: Grant,
  { before, after }: { readonly before?: SwitchedGrant; readonly after: SwitchedGrant },
): void {
  if (!grows(before, after)) return;
  const beyond = partsBeyond(giver, after);
  if (beyond.length === 0) return;
  const detail = `The presented API key can grant only what it holds itself: scopes, organizations and lifetime together. It does not hold ${beyond.join(", ")}. Ask for less, or use a key that holds all of the result.`;
  throw permissionDenied(detail);
}

/** The earlier of two ends. Null is the latest. */
export function earlierEnd(one: Moment | null, other: Moment | null): Moment | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** Whether all of these organizations are among those of a key. Null means all of the account. */
export function isWithin(own: readonly string[] | null, ids: readonly string[] | null): boolean {
  return own === null || (ids?.every((id) => own.includes(id)) ?? false);
}

/** Describes the parts of a grant that the giver does not hold. */
function partsBeyond(giver: Grant, { scopes, organizationIds, expiresAt }: Grant): string[] {
  const missing = scopes.filter((scope) => !giver.scopes.includes(scope));
  return [
    ...missing.map((scope) => `the scope ${scope}`),
    ...organizationsBeyond(giver.organizationIds, organizationIds),
    ...lifeBeyond(giver.expiresAt, expiresAt),
  ];
}

function organizationsBeyond(own: Grant["organizationIds"], ids: Grant["organizationIds"]) {
  if (isWithin(own, ids)) return [];
  const foreign = ids?.filter((id) => !own?.includes(id));
  return foreign?.map((id) => `the organization ${id}`) ?? ["all organizations of the account"];
}

function lifeBeyond(end: Moment | null, wanted: Moment | null): string[] {
  if (end === null || (wanted !== null && wanted <= end)) return [];
  return [`a lifetime beyond its own expiry, ${toTimestamp(end)}`];
}
