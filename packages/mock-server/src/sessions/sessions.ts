import { randomBytes } from "node:crypto";
import type { Session } from "@sinkove/api";

/** The lifetime of a session on the world's clock, in milliseconds: 30 days. */
const LIFE = 30 * 24 * 60 * 60 * 1000;
/** The maximum number of sessions in a world. Beyond it, the oldest session ends. */
const MOST = 1000;

/** A session of a person of the world. Times are in milliseconds since 1970. */
export interface SandboxSession extends Session {
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly userAgent: string | null;
  lastSeenAt: number;
}

/** The sessions of a world. */
export class Sessions {
  readonly #now: () => number;
  readonly #prefix: string;
  readonly #byToken = new Map<string, SandboxSession>();

  /** @param worldId the prefix of each token, by which the world of a cookie is found */
  constructor(worldId: string, now: () => number) {
    this.#prefix = worldId;
    this.#now = now;
  }

  /** Signs a person in. Returns the token, which is the cookie's value. */
  begin(accountId: string, userAgent: string | null = null): string {
    const secret = randomBytes(32).toString("base64url");
    const token = `${this.#prefix}.${secret}`;
    const now = this.#now();
    const times = { createdAt: now, lastSeenAt: now, expiresAt: now + LIFE };
    this.#byToken.set(token, { id: crypto.randomUUID(), accountId, secret, userAgent, ...times });
    const [oldest] = this.#byToken.keys();
    if (this.#byToken.size > MOST && oldest !== undefined) this.#byToken.delete(oldest);
    return token;
  }

  /** Returns the session of a token, or undefined if it has ended or does not exist. */
  find(token: string): SandboxSession | undefined {
    const session = this.#byToken.get(token);
    const now = this.#now();
    if (!session || session.expiresAt <= now) return undefined;
    session.lastSeenAt = now;
    return session;
  }

  /** A person's sessions that have not ended, newest first. */
  list(accountId: string): readonly SandboxSession[] {
    const now = this.#now();
    const open = [...this.#byToken.values()].filter(({ expiresAt }) => expiresAt > now);
    return open.filter((session) => session.accountId === accountId).reverse();
  }

  end(token: string): void {
    this.#byToken.delete(token);
  }

  /** Signs a person out everywhere. */
  endAll(accountId: string): void {
    for (const [token, session] of this.#byToken) {
      if (session.accountId === accountId) this.#byToken.delete(token);
    }
  }
}

/** Returns the `worldId` in a token. */
export function worldIdOf(token: string): string {
  return token.slice(0, Math.max(0, token.indexOf(".")));
}
