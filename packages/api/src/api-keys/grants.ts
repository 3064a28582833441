import type { Scope } from "@sinkove/contract";
import { permissionDenied } from "../authorization.ts";
import type { ApiKeyRecord, Moment } from "../store/records.ts";
import { statusOf } from "./status.ts";

/** What a key may do, where, and until when. */
export interface Grant {
  readonly scopes: readonly Scope[];
  /** Null for all of the account. */
  readonly organizationIds: readonly string[] | null;
  /** Null for ever. */
  readonly expiresAt: Moment | null;
}

const NOTHING: Grant = { scopes: [], organizationIds: [], expiresAt: Number.NEGATIVE_INFINITY };

/**
 * A key cannot give what it does not have.
 *
 * @param before what the other key has already; nothing for a new one
 * @throws ApiError PERMISSION_DENIED that names what is beyond the key
 */
export function requireGrantable(giver: Grant, given: Grant, before: Grant = NOTHING): void {
  const beyond = [
    ...scopesBeyond(giver, given, before),
    ...organizationsBeyond(giver, given, before),
    ...lifeBeyond(giver, given, before),
  ];
  if (beyond.length === 0) return;
  const detail = `The API key cannot grant what it does not have itself: ${beyond.join(", ")}. Leave it out, or use a key that has it.`;
  throw permissionDenied(detail);
}

/** Switching a key on again gives it everything that it has. */
export function requireChangeable(
  giver: Grant,
  { before, after }: { before: ApiKeyRecord; after: ApiKeyRecord },
  now: Moment,
): void {
  const awakes = statusOf(before, now) !== "active" && statusOf(after, now) === "active";
  requireGrantable(giver, after, awakes ? NOTHING : before);
}

/**
 * The successor of a key lives as long as the key did. The giver must have all that the key has, and the
 * successor may not live longer from now than the giver's own length of life.
 */
export function requireRotatable(giver: ApiKeyRecord, given: ApiKeyRecord, successor: Grant): void {
  requireGrantable(giver, given);
  const { expiresAt, createdAt } = giver;
  const life = expiresAt === null ? null : expiresAt - createdAt;
  const givenLife = given.expiresAt === null ? null : given.expiresAt - given.createdAt;
  if (life === null || (givenLife !== null && givenLife <= life)) return;
  requireGrantable(giver, successor);
}

function scopesBeyond(giver: Grant, given: Grant, before: Grant): string[] {
  const gained = given.scopes.filter((scope) => !before.scopes.includes(scope));
  const beyond = gained.filter((scope) => !giver.scopes.includes(scope));
  return beyond.map((scope) => `the scope ${scope}`);
}

function organizationsBeyond(giver: Grant, given: Grant, before: Grant): string[] {
  if (giver.organizationIds === null || before.organizationIds === null) return [];
  if (given.organizationIds === null) return ["all organizations of the account"];
  const had = [...giver.organizationIds, ...before.organizationIds];
  const beyond = given.organizationIds.filter((id) => !had.includes(id));
  return beyond.map((id) => `the organization ${id}`);
}

function lifeBeyond(giver: Grant, given: Grant, before: Grant): string[] {
  const wanted = given.expiresAt ?? Number.POSITIVE_INFINITY;
  const had = before.expiresAt ?? Number.POSITIVE_INFINITY;
  const own = giver.expiresAt ?? Number.POSITIVE_INFINITY;
  return wanted > had && wanted > own ? ["a longer life"] : [];
}
