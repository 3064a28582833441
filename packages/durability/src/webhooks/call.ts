import { setTimeout } from "node:timers/promises";
import { type Answer, type Request, send } from "../kill/connection.ts";

/** The servers, any of which may be killed at any moment. */
export interface Servers {
  readonly key: string;
  /** The URLs of those that run. */
  readonly urls: () => readonly string[];
}

const PAUSE = 20;

/**
 * Sends a request to one server after another until one answers, as a client would: after a lost connection, and after
 * "try again later".
 *
 * @throws Error if the status is none of these
 */
export async function sendUntilAnswered(
  { key, urls }: Servers,
  request: Request,
  statuses: readonly number[],
): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const all = urls();
    const url = all[tries % all.length];
    const answer = url === undefined ? undefined : await send({ url, key }, request);
    if (answer && statuses.includes(answer.status)) return answer;
    if (answer && !isLater(answer)) {
      const { method, path } = request;
      throw new Error(`${method} ${path} was answered with ${JSON.stringify(answer.body)}`);
    }
    await setTimeout(PAUSE);
  }
}

function isLater({ status, body }: Answer): boolean {
  return status === 503 || (status === 409 && body.code === "IDEMPOTENCY_CONFLICT");
}
