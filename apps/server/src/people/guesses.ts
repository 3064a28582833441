import type { AttemptLimit, Attempts } from "./attempts.ts";
import { Refusal, tooMany, waitText } from "./reply.ts";

/** Whose password is tried, and from where. */
export interface Guess {
  readonly email: string;
  /** Undefined for a client on this machine. */
  readonly network: string | undefined;
}

const MINUTE = 60;

/**
 * From one network. A stranger who tries passwords locks out only those who share the network, and those can let
 * themselves in by a new password: the mail that allows it proves who they are.
 */
const FROM_ONE_NETWORK: AttemptLimit = { name: "guess", limit: 10, windowSeconds: 15 * MINUTE };

/** From all networks together: many computers must not be many times as fast. */
const FROM_ANYWHERE: AttemptLimit = {
  name: "guess-from-anywhere",
  limit: 100,
  windowSeconds: 15 * MINUTE,
};

/**
 * Counts a password that is about to be tried, whether the address has an account or not.
 *
 * @throws Refusal if there were too many
 */
export async function takeGuess(attempts: Attempts, guess: Guess): Promise<void> {
  // The second is not used up by those whom the first refuses.
  const retryAfter =
    (await attempts.take(FROM_ONE_NETWORK, guesserOf(guess))) ??
    (await attempts.take(FROM_ANYWHERE, guess.email));
  if (retryAfter !== undefined) throw tooManyGuesses(retryAfter);
}

/** The password was right: mistakes before it do not count. */
export async function forgiveGuesses(attempts: Attempts, guess: Guess): Promise<void> {
  await attempts.clear(FROM_ONE_NETWORK, guesserOf(guess));
}

/** The person has a new password by a mailed link: whatever others have tried, they can sign in. */
export async function letIn(attempts: Attempts, guess: Guess): Promise<void> {
  await attempts.clear(FROM_ONE_NETWORK, guesserOf(guess));
  await attempts.clear(FROM_ANYWHERE, guess.email);
}

function guesserOf({ email, network = "local" }: Guess): string {
  return `${email} ${network}`;
}

function tooManyGuesses(retryAfter: number): Refusal {
  const { status, code, headers } = tooMany(retryAfter);
  const message = `Too many attempts to sign in. Try again in ${waitText(retryAfter)}, or reset your password: you can sign in right after that.`;
  return new Refusal({ status, code, message }, headers);
}
