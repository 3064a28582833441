import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import {
  type Api,
  createApi,
  createQueuedGeneration,
  type FindGithubKey,
  type ReadArchive,
  StoreUnavailableError,
} from "@sinkove/api";
import { createWebhookUrlFault, type ListenerOptions } from "@sinkove/api/node";
import { type Archives, openCheckedArchives } from "./archives/archives.ts";
import type { Configuration } from "./configuration.ts";
import { createConsoleFiles } from "./console-files.ts";
import { openDatabase } from "./database.ts";
import { isDoneWithin } from "./deadline.ts";
import { lockDatabase } from "./file-lock.ts";
import { startWorker } from "./generation/start-worker.ts";
import { createGithubKeys, type GithubKeysLocation } from "./github-keys.ts";
import { createHost } from "./host.ts";
import { createHttpServer, listen, stopListening, trackSilentConnections } from "./http-server.ts";
import { install } from "./installation.ts";
import type { Log } from "./log.ts";
import { createInstruments, type Instruments } from "./metrics/instruments.ts";
import { guardOpenFiles } from "./open-files.ts";
import type { Auth } from "./people/create-auth.ts";
import { consoleLink } from "./people/mail/letters.ts";
import { startMailDeliverer } from "./people/mail/start-mail-deliverer.ts";
import { startAuth } from "./people/start-auth.ts";
import { withCookies } from "./people/with-cookies.ts";
import { makePrivate, secretFileOf } from "./private-files.ts";
import { regularly } from "./regularly.ts";
import { readSigningSecret, type SigningSecrets } from "./signing-secret.ts";
import { messageOf } from "./start-error.ts";
import { createStoreReadiness } from "./store-readiness.ts";
import { startDeliverer } from "./webhooks/start-deliverer.ts";

/** A running service. */
export interface Service {
  /** The URL at which it listens. */
  readonly url: string;
  /** The key of the first start, to be shown once. */
  readonly firstKey: string | undefined;
  /** Creates a new link for the first account, if it has no person yet. The previous link becomes invalid. */
  readonly makeWelcomeLink: () => Promise<string | undefined>;
  /** Answers pending requests, gives unfinished datasets back, and closes the database. */
  readonly stop: () => Promise<void>;
}

const FLUSH_EVERY = 1000;
const NOTIFY_EVERY = 60_000;

/**
 * Starts the API on its database and its port.
 *
 * @throws StartError if one of them cannot be used
 */
export async function startService(configuration: Configuration, log: Log): Promise<Service> {
  const { database } = configuration;
  const lock = database.kind === "sqlite" ? lockDatabase(database.file) : undefined;
  const opened = await openDatabase(database, "server");
  const instruments = await createInstruments(configuration, { store: opened, log });
  const { store, measure } = instruments;
  const archives = await openCheckedArchives(configuration.archives);
  const secrets = configuration.secrets ?? (await readSigningSecret(secretFileOf(database)));
  // The oldest secret, so that sessions and second factors stay valid for as long as it is configured.
  const oldest = secrets.at(-1) ?? secrets[0];
  const auth = await startAuth(configuration, { store, secret: oldest, log });
  let url = "";
  const origin = (): string => configuration.publicUrl ?? url;
  const api = apiOf(configuration, { instruments, archives, secrets, auth, origin });
  // Only after the steps above have checked that the files belong to this program.
  makePrivate(configuration, log);
  let isStopping = false;
  const handle = createHost({
    api: api.handle,
    auth: measure("/auth", auth.handle),
    console: measure("/console", createConsoleFiles()),
    isStoreReady: createStoreReadiness({
      ping: () => store.ping(),
      monotonic: () => performance.now(),
      after: (milliseconds) => setTimeout(milliseconds, undefined, { ref: false }),
    }),
    isStopping: () => isStopping,
    corsOrigins: configuration.corsOrigins,
  });
  const onError: ListenerOptions["onError"] = (error, what) =>
    log.error(what, { error: messageOf(error) });
  const server = createHttpServer(
    { handle: withCookies(handle), onError, ...addressingOf(configuration) },
    configuration,
  );
  const closeSilent = trackSilentConnections(server);
  // The port comes before the first key: if the start failed after the key was created, the key would be lost.
  url = await listen(server, configuration);
  const stopMetrics = await instruments.serve();
  guardOpenFiles(server, log);
  const firstKey = await install(store, {
    environment: configuration.environment,
    clock: Date.now,
  });
  const stopFlushing = regularly(FLUSH_EVERY, api.flush, (error) =>
    log.error("usage is not written yet, and kept", { error: messageOf(error) }),
  );
  const stopNotifying = regularly(NOTIFY_EVERY, api.notifyExpiring, (error) =>
    log.error("expiry notices are not given yet", { error: messageOf(error) }),
  );
  const hasWorkers = configuration.workers > 0;
  const worker = hasWorkers
    ? startWorker({ configuration, store, archives, log: instruments.logJob })
    : undefined;
  const deliverer = startDeliverer({ configuration, store, secrets, log: instruments.logWebhook });
  const mailDeliverer = startMailDeliverer({ store, deliver: auth.deliverMail, origin, log });
  const finish = async (): Promise<void> => {
    const most = REQUESTS_SHARE * configuration.shutdownTimeout;
    const [isComplete] = await Promise.all([
      stopListening(server, most),
      worker?.stop(),
      deliverer.stop(),
      // A mail server that is slow must not keep usage counters from being written.
      isDoneWithin(most, mailDeliverer.stop()),
    ]);
    if (!isComplete) log.warn("requests were cut off: they took longer than the shutdown time-out");
    void stopFlushing();
    await stopNotifying();
    stopMetrics();
    // A mail that is retried must not keep usage counters from being written.
    await Promise.all([closeApi(api, log), auth.close()]);
  };
  return {
    url,
    firstKey,
    makeWelcomeLink: async () => {
      const token = await welcomeTokenOf(auth, log);
      return token && consoleLink(origin(), "welcome", token);
    },
    async stop() {
      isStopping = true;
      closeSilent();
      if (!(await isDoneWithin(configuration.shutdownTimeout, finish())))
        log.warn("the stop was cut off: it took longer than the shutdown time-out");
      lock?.release();
    },
  };
}

/** Undefined if the database cannot be written, because the server may still handle requests that only read. */
async function welcomeTokenOf(auth: Auth, log: Log): Promise<string | undefined> {
  try {
    return await auth.makeWelcomeToken();
  } catch (error) {
    log.warn("no welcome link was made", { error: messageOf(error) });
    return undefined;
  }
}

/** Which proxies and host names the server trusts. */
function addressingOf(configuration: Configuration): Pick<ListenerOptions, "proxies" | "names"> {
  const { trustedProxies: proxies, allowedHosts, host } = configuration;
  const machine = hostname();
  return { proxies, names: [host, machine, `${machine}.local`, ...allowedHosts] };
}

/** The share of the shutdown time-out that requests get; the rest is for the usage counters and the database. */
const REQUESTS_SHARE = 0.8;

/** If the database is unavailable, usage counters that have not been written are lost. */
async function closeApi(api: Api, log: Log): Promise<void> {
  try {
    await api.close();
  } catch (error) {
    log.error("the latest usage counters are lost", { error: messageOf(error) });
  }
}

/** The dependencies of the API. */
interface ApiParts {
  readonly instruments: Instruments;
  readonly archives: Archives;
  readonly secrets: SigningSecrets;
  readonly auth: Auth;
  /** The origin that people use. */
  readonly origin: () => string;
}

function apiOf(configuration: Configuration, parts: ApiParts): Api {
  const { instruments, archives, secrets, auth, origin } = parts;
  const [secret, ...formerSecrets] = secrets;
  const { environment, publicUrl, rateLimit, apiKeyLimit, githubKeys } = configuration;
  return createApi({
    store: instruments.store,
    secret,
    formerSecrets,
    findSession: auth.findSession,
    people: {
      sendInvitation: async (mail) =>
        auth.sendInvitation({ ...mail, to: mail.email, origin: origin() }),
      accountDeleted: auth.forget,
    },
    ...(githubKeys && { githubKeys: findGithubKey(githubKeys) }),
    environment,
    generation: createQueuedGeneration(readingFrom(archives)),
    // Logs one line for each request. It does not include the path, which may contain the token of a download, or a key
    // in the wrong place.
    log: instruments.logRequest,
    failedAuthentications: { limit: configuration.failedAuthentications, windowSeconds: 60 },
    apiKeyLimit,
    webhookUrlFault: createWebhookUrlFault({
      allowsLoopback: configuration.webhooks === "loopback",
    }),
    ...(rateLimit === undefined ? {} : { rateLimit: { limit: rateLimit, windowSeconds: 60 } }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  });
}

function findGithubKey(location: GithubKeysLocation): FindGithubKey {
  return createGithubKeys({ location, monotonic: () => performance.now() });
}

/** Turns errors of the archives into a StoreUnavailableError, because a retry may succeed. */
function readingFrom({ read }: Archives): ReadArchive {
  return (name, range) =>
    read(name, range).catch((error: unknown) => {
      const message = `The archives cannot be read now: ${messageOf(error)}`;
      throw new StoreUnavailableError(message, { cause: error });
    });
}
