/** The fields in the API that determine a key's power. */
export interface ShownKey {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly organizationIds: readonly string[] | null;
  readonly expiresAt: string | null;
  readonly enabled: boolean;
  readonly status: string;
  readonly rotatedToId: string | null;
}

/** All (scope, organization, time) combinations of a key, as texts. A plain set keeps the model simple. */
export type Power = ReadonlySet<string>;

const HOUR = 60 * 60 * 1000;

/** A finite part of the world, in which every power is a finite set. */
export interface Universe {
  /** The account's organizations, now and later. */
  readonly organizationIds: readonly string[];
  readonly start: number;
  /** The number of half hours after the start that are distinguished. After them comes "for ever". */
  readonly halfHours: number;
}

/** The power that a key has while it is enabled, until its expiry. */
function heldBy(key: ShownKey, universe: Universe): Power {
  const end = key.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(key.expiresAt);
  const { organizationIds, start, halfHours } = universe;
  const moments = ["before", ...Array.from({ length: halfHours }, (_, at) => `${at}`), "for ever"];
  const isBeforeEnd = (moment: string) => {
    if (moment === "before") return true;
    if (moment === "for ever") return end === Number.POSITIVE_INFINITY;
    return start + (Number(moment) * HOUR) / 2 < end;
  };
  const power = new Set<string>();
  for (const scope of key.scopes) {
    for (const id of key.organizationIds ?? organizationIds) {
      for (const moment of moments) if (isBeforeEnd(moment)) power.add(`${scope} ${id} ${moment}`);
    }
  }
  return power;
}

/** The power that a key has from now on if nobody changes it. */
export function powerOf(key: ShownKey, universe: Universe): Power {
  return key.status === "active" ? heldBy(key, universe) : new Set();
}

/** Returns the combinations of a power that are in none of the others. */
export function beyond(power: Power, ...others: readonly Power[]): string[] {
  return [...power].filter((each) => !others.some((other) => other.has(each)));
}

/** A change of keys, and the key that attempts it. */
export interface Attempt {
  readonly isRotation: boolean;
  readonly acting: ShownKey;
  /** The key to change. Undefined when a key is created. */
  readonly target?: ShownKey | undefined;
  /** The changes in the request. */
  readonly body: Partial<ShownKey>;
}

/**
 * Returns the statuses that the API may return. Allowed requests must succeed, because an API that rejects everything
 * would be secure too.
 */
export function statusesOf(attempt: Attempt, universe: Universe, now: number): readonly number[] {
  const { acting, target, body } = attempt;
  if (acting.status !== "active") return [401];
  if (!mayChangeKeys(acting)) return [403];
  if (!target && Date.parse(body.expiresAt ?? "") <= now) return [403, 422];
  if (target && !isReached(acting, target)) return [404];
  const held = heldBy(acting, universe);
  const holds = (key: ShownKey) => beyond(heldBy(key, universe), held).length === 0;
  return [statusOf(attempt, holds, universe)];
}

/** Returns the status for a key that may change keys. */
function statusOf(
  { isRotation, acting, target, body }: Attempt,
  holds: (key: ShownKey) => boolean,
  universe: Universe,
): number {
  if (!target) return holds({ ...acting, ...present(body) }) ? 201 : 403;
  if (isRotation && target.rotatedToId !== null) return 409;
  if (isRotation) return holds(target) ? 201 : 403;
  const after = { ...target, ...body };
  return !isMore(after, target, universe) || holds(after) ? 200 : 403;
}

/** Removes null values. Absent and null values are copied from the creating key. */
function present(body: Partial<ShownKey>): Partial<ShownKey> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function isMore(after: ShownKey, before: ShownKey, universe: Universe): boolean {
  if (after.enabled && !before.enabled) return true;
  return beyond(heldBy(after, universe), heldBy(before, universe)).length > 0;
}

function mayChangeKeys({ scopes, rotatedToId }: ShownKey): boolean {
  return scopes.includes("api_keys:write") && rotatedToId === null;
}

function isReached({ organizationIds: own }: ShownKey, { organizationIds }: ShownKey): boolean {
  return own === null || organizationIds?.every((id) => own.includes(id)) === true;
}
