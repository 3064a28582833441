/** What decides a key's power, as the API shows it. */
export interface ShownKey {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly organizationIds: readonly string[] | null;
  readonly expiresAt: string | null;
  readonly enabled: boolean;
  readonly status: string;
  readonly rotatedToId: string | null;
}

/** Every (scope, organization, moment) of a key, each as a text: a plain set, so that nothing is clever about it. */
export type Power = ReadonlySet<string>;

const HOUR = 60 * 60 * 1000;

/** A finite piece of the world in which every power is a finite set. */
export interface Universe {
  /** Of the account, now and later. */
  readonly organizationIds: readonly string[];
  readonly start: number;
  /** Half hours after the start that are told apart; past them there is only "for ever". */
  readonly halfHours: number;
}

/** What a key holds while it is switched on, from before all time until its end. */
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

/** What a key can do from now on, if nobody changes it. */
export function powerOf(key: ShownKey, universe: Universe): Power {
  return key.status === "active" ? heldBy(key, universe) : new Set();
}

/** What is in a power and in none of the others. */
export function beyond(power: Power, ...others: readonly Power[]): string[] {
  return [...power].filter((each) => !others.some((other) => other.has(each)));
}

/** A change of keys, and by which key it is tried. */
export interface Attempt {
  readonly isRotation: boolean;
  readonly acting: ShownKey;
  /** Which key it is about; a new key has none. */
  readonly target?: ShownKey | undefined;
  /** What the request asks for. */
  readonly body: Partial<ShownKey>;
}

/**
 * The statuses with which the API may answer. What is allowed must be done: an API that refused everything would be
 * safe as well.
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

/** The status for an attempt of a key that may try. */
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

/** What is absent or null is as the creating key has it. */
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
