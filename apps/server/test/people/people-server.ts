import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApi, type Store } from "@sinkove/api";
import { readAddressRanges } from "@sinkove/api/node";
import { onTestFinished } from "vitest";
import type { DatabaseLocation } from "../../src/configuration.ts";
import { openDatabase } from "../../src/database.ts";
import { createHost } from "../../src/host.ts";
import { createHttpServer, listen, stopListening } from "../../src/http-server.ts";
import { install } from "../../src/installation.ts";
import { createLog } from "../../src/log.ts";
import { type Accounts, storedAccounts } from "../../src/people/accounts.ts";
import { type Auth, type AuthOptions, createAuth } from "../../src/people/create-auth.ts";
import { createMailer } from "../../src/people/mail/mailer.ts";
import type { Mail } from "../../src/people/mail/transport.ts";
import { withCookies } from "../../src/people/with-cookies.ts";
import { emptyPostgres } from "../postgres.ts";

const SECRET = "fake-secret-of-more-than-32-characters";
export const PASSWORD = "correct horse battery staple";

/** The kinds of databases. */
export const DATABASES = ["sqlite", "postgres"] as const;

/** A server in this process, over real HTTP. */
export interface PeopleServer {
  readonly url: string;
  readonly location: DatabaseLocation;
  readonly auth: Auth;
  readonly store: Store;
  /** All sent mails, in order. */
  readonly mails: readonly Mail[];
  /** How many times a password was hashed, to store or compare it. */
  readonly hashes: () => number;
  readonly log: () => string;
}

/** Options that differ from a server's defaults. */
export interface PeopleServerOptions extends Partial<AuthOptions> {
  readonly sendsMail?: boolean;
  /** Wraps the API's accounts. */
  readonly withAccounts?: (accounts: Accounts) => Accounts;
}

/** An empty database. */
export async function emptyDatabase(kind: (typeof DATABASES)[number]): Promise<DatabaseLocation> {
  if (kind === "postgres") {
    const url = await emptyPostgres();
    return { kind, url, connections: 4, timeout: 4000 };
  }
  const folder = mkdtempSync(join(tmpdir(), "sinkove-people-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { kind, file: join(folder, "sinkove.db") };
}

/** Starts a server that hashes passwords fast and keeps its mails. */
export async function startPeople(
  location: DatabaseLocation,
  options: PeopleServerOptions = {},
): Promise<PeopleServer> {
  const store = await openDatabase(location, "server");
  const mails: Mail[] = [];
  let [hashes, lines] = [0, ""];
  const log = createLog({
    level: "info",
    clock: Date.now,
    write: (line) => {
      lines += line;
    },
  });
  const mailer = createMailer({
    location: { kind: "folder", folder: "unused" },
    from: "sinkove@localhost",
    log,
    clock: Date.now,
    wait: async () => {},
    async deliver(mail) {
      if (options.sendsMail === false) throw new Error(`550 no such user ${mail.to}`);
      mails.push(mail);
      return undefined;
    },
  });
  const accounts = storedAccounts(store, Date.now);
  const auth = await createAuth({
    location,
    secret: SECRET,
    publicUrl: undefined,
    signUp: "open",
    providers: [],
    accounts: options.withAccounts?.(accounts) ?? accounts,
    mailer,
    log,
    clock: Date.now,
    passwords: {
      async hash(password) {
        hashes += 1;
        return `hash of ${password}`;
      },
      async verify({ hash, password }) {
        hashes += 1;
        return hash === `hash of ${password}`;
      },
    },
    ...options,
  });
  const api = createApi({
    store,
    secret: SECRET,
    environment: "live",
    findSession: auth.findSession,
    people: {
      sendInvitation: async () => {},
      accountDeleted: auth.forget,
    },
  });
  const handle = createHost({
    api: api.handle,
    auth: auth.handle,
    isStoreReady: async () => true,
    isStopping: () => false,
    corsOrigins: [],
  });
  const server = createHttpServer(
    {
      handle: withCookies(handle),
      onError: (error) => log.error(`${error}`),
      proxies: readAddressRanges("loopback"),
      names: [],
    },
    { headersTimeout: 10_000, requestTimeout: 60_000 },
  );
  const url = await listen(server, { host: "127.0.0.1", port: 0 });
  await install(store, { environment: "live", clock: Date.now });
  onTestFinished(async () => {
    await stopListening(server, 100);
    await auth.close();
    await api.close();
  });
  return { url, location, auth, store, mails, hashes: () => hashes, log: () => lines };
}
