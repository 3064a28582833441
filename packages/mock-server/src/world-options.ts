import { describe } from "./describe.ts";
import { MockError } from "./mock-error.ts";

/** Options of a new world. */
export interface WorldOptions {
  /** The number of organizations of the world's account, from 1 to 20. Default: 1. */
  readonly organizations?: number | undefined;
  /** The credits of each organization, that is, the samples that it may generate. Default: 10,000. */
  readonly credits?: number | undefined;
  /**
   * The rate limit that the account's keys share. `service` is the limit of the real service, 100 requests in 60
   * seconds. Default: a million requests in 60 seconds, so that tests are not slowed down.
   */
  readonly rateLimit?: RateLimit | "service" | undefined;
  /** The seed of the random numbers that faults use. The same seed gives the same faults. Default: 0. */
  readonly seed?: number | undefined;
}

/** A rate limit, implemented as a token bucket. */
export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
}

const UNNOTICED: RateLimit = { limit: 1_000_000, windowSeconds: 60 };

const INTEGERS = {
  organizations: { least: 1, most: 20 },
  credits: { least: 0, most: 1_000_000_000 },
  seed: { least: 0, most: 0xffff_ffff },
} as const;

/**
 * Reads the options of a world from untrusted input.
 *
 * @throws {MockError} if a field is unknown or invalid
 */
export function readWorldOptions(sent: unknown): WorldOptions {
  const members = membersOf(sent, ["organizations", "credits", "rateLimit", "seed"], "a world");
  const options: Record<string, unknown> = { rateLimit: rateLimitOf(members.rateLimit) };
  for (const [name, { least, most }] of Object.entries(INTEGERS)) {
    if (members[name] === undefined) continue;
    options[name] = integer(name, members[name], { least, most });
  }
  return options;
}

function rateLimitOf(sent: unknown): RateLimit | "service" {
  if (sent === undefined) return UNNOTICED;
  if (sent === "service") return sent;
  const { limit, windowSeconds } = membersOf(sent, ["limit", "windowSeconds"], "rateLimit");
  return {
    limit: integer("rateLimit.limit", limit, { least: 1, most: 1_000_000_000 }),
    windowSeconds: integer("rateLimit.windowSeconds", windowSeconds, { least: 1, most: 86_400 }),
  };
}

/**
 * Returns the fields of an object that may have only known fields.
 *
 * @throws {MockError} if the value is not an object, or has other fields
 */
export function membersOf(
  sent: unknown,
  known: readonly string[],
  what: string,
): Readonly<Record<string, unknown>> {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) {
    throw new MockError(`${what} must be an object with the fields: ${known.join(", ")}.`);
  }
  const unknownField = Object.keys(sent).find((name) => !known.includes(name));
  if (unknownField === undefined) return { ...sent };
  throw new MockError(
    `${what} has no field ${describe(unknownField)}. Its fields are: ${known.join(", ")}.`,
  );
}

/** @throws {MockError} if the value is not an integer within the limits */
export function integer(
  name: string,
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) {
    return Number(value);
  }
  throw new MockError(
    `${name} must be an integer from ${least} to ${most}, not ${describe(value)}.`,
  );
}
