import type { Store } from "@sinkove/api";
import type { Configuration } from "../configuration.ts";
import { cannotUse } from "../database.ts";
import type { Log } from "../log.ts";
import { storedAccounts } from "./accounts.ts";
import { type Auth, createAuth } from "./create-auth.ts";
import { createMailer } from "./mail/mailer.ts";

/** The dependencies of signing in. */
export interface AuthContext {
  readonly store: Store;
  /** The server's secret. */
  readonly secret: string;
  readonly log: Log;
}

/**
 * Sets up signing in as configured.
 *
 * @throws StartError if the database cannot be used
 */
export async function startAuth(
  configuration: Configuration,
  { store, secret, log }: AuthContext,
): Promise<Auth> {
  const { database: location, mail, mailFrom, oidc, publicUrl, signUp } = configuration;
  const clock = Date.now;
  const mailer = createMailer({ location: mail, from: mailFrom, log, clock });
  const accounts = storedAccounts(store, clock);
  const shared = { secret, publicUrl, signUp, accounts, mailer, log, clock };
  try {
    return await createAuth({ ...shared, location, providers: oidc });
  } catch (error) {
    throw cannotUse(location, error);
  }
}
