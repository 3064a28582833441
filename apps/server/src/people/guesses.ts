import type { AttemptLimit, Attempts } from "./attempts.ts";
import { Refusal, tooMany, waitText } from "./reply.ts";

/** A guess of the password of an address, from a network. */
export interface Guess {
  readonly email: string;
  /** Undefined for a client on this machine. */
  readonly network: string | undefined;
}

const MINUTE = 60;

/**
 * The limit for one network. A stranger who guesses passwords only locks out people in the same network, and those can
 * choose a new password, because the mail for it proves who they are.
 */
const FROM_ONE_NETWORK: AttemptLimit = { name: "guess", limit: 10, windowSeconds: 15 * MINUTE };

/** The limit for all networks together, so that many computers cannot guess many times as fast. */
const FROM_ANYWHERE: AttemptLimit = {
  name: "guess-from-anywhere",
  limit: 100,
  windowSeconds: 15 * MINUTE,
};

/**
 * Counts a password before it is checked, whether the address has an account or not.
 *
 * @throws Refusal if there were too many
 */
export async function takeGuess(attempts: Attempts, guess: Guess): Promise<void> {
  // Attempts that the first limit refuses do not count for the second.
  const retryAfter =
    (await attempts.take(FROM_ONE_NETWORK, guesserOf(guess))) ??
    (await attempts.take(FROM_ANYWHERE, guess.email));
  if (retryAfter !== undefined) throw tooManyGuesses(retryAfter);
}

/** Called when the password was correct: earlier mistakes no longer count. */
export async function forgiveGuesses(attempts: Attempts, guess: Guess): Promise<void> {
  await attempts.clear(FROM_ONE_NETWORK, guesserOf(guess));
}

/** Called after a password reset by mail: the person can sign in, whatever others have tried. */
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
