import { availableParallelism } from "node:os";
import type { ApiOptions } from "@sinkove/api";
import { type AddressRanges, readAddressRanges } from "@sinkove/api/node";
import type { ArchiveLocation } from "./archives/archives.ts";
import type { GithubKeysLocation } from "./github-keys.ts";
import type { ListeningPlace } from "./http-server.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";
import type { MailLocation } from "./people/mail/transport.ts";
import type { OidcProvider } from "./people/oidc.ts";
import { mailbox, mailLocation, oidcProviders } from "./people/variables.ts";
import { parseSigningSecrets, type SigningSecrets } from "./signing-secret.ts";
import { type ReadVariable, readVariables, type VariableKind } from "./variables.ts";

/** The location of the database. */
export type DatabaseLocation =
  | { readonly kind: "sqlite"; readonly file: string }
  | ({ readonly kind: "postgres" } & PostgresLocation);

/** The location of a PostgreSQL database, and how it is used. */
export interface PostgresLocation {
  readonly url: string;
  /** The most connections of this process. */
  readonly connections: number;
  /** The time limit of a statement. */
  readonly timeout: number;
}

/** Everything that the environment configures. Times are in milliseconds. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseLocation;
  /** The first signs, and all verify. Undefined if the secrets are in a file beside the database. */
  readonly secrets: SigningSecrets | undefined;
  readonly publicUrl: string | undefined;
  readonly corsOrigins: readonly string[];
  /** The addresses whose `X-Forwarded-For`, `-Proto` and `-Host` are trusted; undefined for none. */
  readonly trustedProxies: AddressRanges | undefined;
  /** Names of this server besides those of the machine, with or without a port. */
  readonly allowedHosts: readonly string[];
  /** The limit of each account, in requests per minute; undefined if the accounts' own limits apply. */
  readonly rateLimit: number | undefined;
  /** How many key look-ups per minute may fail for each client address. */
  readonly failedAuthentications: number;
  /** The location of GitHub's public keys for reports of leaked keys; undefined if the server does not accept them. */
  readonly githubKeys: GithubKeysLocation | undefined;
  /** How many keys of an account may be active (neither revoked nor expired); Infinity for no limit. */
  readonly apiKeyLimit: number;
  readonly environment: ApiOptions["environment"];
  readonly logLevel: LogLevel;
  /** The address for metrics; undefined if they are not served. */
  readonly metrics: ListeningPlace | undefined;
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /** How long stopping may take in any case. */
  readonly shutdownTimeout: number;
  readonly archives: ArchiveLocation;
  /** How many datasets this process generates at once. */
  readonly workers: number;
  /** How long an archive is kept. */
  readonly retention: number;
  /** How long a worker that no longer responds keeps its dataset. */
  readonly lease: number;
  /**
   * Where this server delivers webhooks: to public hosts over HTTPS; for development also to programs on this machine;
   * or nowhere, which leaves it to other servers on the database.
   */
  readonly webhooks: (typeof WEBHOOKS)[number];
  /** How long an endpoint may take to answer. */
  readonly webhookTimeout: number;
  /** How long after each failed attempt the next one is due; undefined if the schedule of the contract applies. */
  readonly webhookRetries: readonly number[] | undefined;
  /** Whether everyone may sign up, or only invited people. */
  readonly signUp: (typeof SIGN_UP)[number];
  readonly mail: MailLocation;
  /** The sender of mails. */
  readonly mailFrom: string;
  /** Identity providers that people can sign in with. */
  readonly oidc: readonly OidcProvider[];
}

const ENVIRONMENTS = ["live", "test"] as const;
const SIGN_UP = ["open", "invited"] as const;
const WEBHOOKS = ["public", "loopback", "off"] as const;

/**
 * Reads the configuration from environment variables.
 *
 * @throws ConfigurationError that names every invalid variable, and says what it must be
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  return readVariables(environment, (read) => ({
    port: read("PORT", wholeNumber(0, 65_535)) ?? 8080,
    host: read("HOST", hostName) ?? "127.0.0.1",
    ...placesOf(read),
    secrets: read("SINKOVE_SECRET", longSecrets),
    publicUrl: read("SINKOVE_PUBLIC_URL", origin),
    corsOrigins: read("SINKOVE_CORS_ORIGINS", origins) ?? [],
    trustedProxies: read("SINKOVE_TRUSTED_PROXIES", addressRanges),
    allowedHosts: read("SINKOVE_ALLOWED_HOSTS", hostNames) ?? [],
    rateLimit: read("SINKOVE_RATE_LIMIT", wholeNumber(1, 1_000_000)),
    failedAuthentications: read("SINKOVE_FAILED_AUTHENTICATIONS", wholeNumber(1, 1_000_000)) ?? 60,
    apiKeyLimit: read("SINKOVE_API_KEY_LIMIT", numberOrNone) ?? 500,
    githubKeys: read("SINKOVE_GITHUB_KEYS", githubKeysLocation),
    environment: read("SINKOVE_ENVIRONMENT", oneOf(ENVIRONMENTS)) ?? "live",
    logLevel: read("SINKOVE_LOG_LEVEL", oneOf(LOG_LEVELS)) ?? "info",
    metrics: metricsPlaceOf(read),
    headersTimeout: read("SINKOVE_HEADERS_TIMEOUT", seconds) ?? 10_000,
    requestTimeout: read("SINKOVE_REQUEST_TIMEOUT", seconds) ?? 60_000,
    shutdownTimeout: read("SINKOVE_SHUTDOWN_TIMEOUT", seconds) ?? 10_000,
    workers: read("SINKOVE_WORKERS", wholeNumber(0, 64)) ?? Math.max(1, availableParallelism() - 1),
    retention: read("SINKOVE_RETENTION", days) ?? 30 * DAY,
    lease: read("SINKOVE_LEASE", seconds) ?? 30_000,
    ...webhooksOf(read),
    ...peopleOf(read),
  }));
}

const DAY = 24 * 60 * 60 * 1000;

function webhooksOf(
  read: ReadVariable,
): Pick<Configuration, "webhooks" | "webhookTimeout" | "webhookRetries"> {
  return {
    webhooks: read("SINKOVE_WEBHOOKS", oneOf(WEBHOOKS)) ?? "public",
    webhookTimeout: read("SINKOVE_WEBHOOK_TIMEOUT", seconds) ?? 15_000,
    webhookRetries: read("SINKOVE_WEBHOOK_RETRIES", pauses),
  };
}

function peopleOf(read: ReadVariable): Pick<Configuration, "signUp" | "mailFrom" | "oidc"> {
  return {
    signUp: read("SINKOVE_SIGN_UP", oneOf(SIGN_UP)) ?? "open",
    mailFrom: read("SINKOVE_MAIL_FROM", mailbox) ?? "Sinkove <sinkove@localhost>",
    oidc: read("SINKOVE_OIDC", oidcProviders) ?? [],
  };
}

function metricsPlaceOf(read: ReadVariable): ListeningPlace | undefined {
  const port = read("SINKOVE_METRICS_PORT", wholeNumber(0, 65_535));
  const host = read("SINKOVE_METRICS_HOST", hostName) ?? "127.0.0.1";
  const variables = { host: "SINKOVE_METRICS_HOST", port: "SINKOVE_METRICS_PORT" };
  return port === undefined ? undefined : { host, port, variables };
}

function placesOf(read: ReadVariable): Pick<Configuration, "database" | "archives" | "mail"> {
  const database = databaseOf(read);
  const beside = database.kind === "sqlite" ? database.file : "sinkove";
  const archives = read("SINKOVE_ARCHIVES", archiveLocation);
  const mail = read("SINKOVE_MAIL", mailLocation);
  return {
    database,
    archives: archives ?? { kind: "folder", folder: `${beside}.archives` },
    mail: mail ?? { kind: "folder", folder: `${beside}.mail` },
  };
}

function databaseOf(read: ReadVariable): DatabaseLocation {
  const url = read("DATABASE_URL", postgresUrl);
  const file = read("SINKOVE_DATABASE", url === undefined ? databaseFile : nothing);
  const connections = read("SINKOVE_DATABASE_CONNECTIONS", wholeNumber(2, 1000)) ?? 10;
  const timeout = read("SINKOVE_DATABASE_TIMEOUT", seconds) ?? 4000;
  return url === undefined
    ? { kind: "sqlite", file: file ?? "sinkove.db" }
    : { kind: "postgres", url, connections, timeout };
}

/** SQLite would keep the data in memory, and each connection would have its own. */
const databaseFile: VariableKind<string> = {
  expected: "the path of a file; a database in memory or a file: URI is not possible",
  parse: (text) => (/^(?::memory:$|file:)/i.test(text) ? undefined : text),
};

const nothing: VariableKind<string> = {
  expected: "left out where DATABASE_URL is set: the data is in one database only",
  parse: () => undefined,
};

const archiveLocation: VariableKind<ArchiveLocation> = {
  expected: "a folder, or of the form s3://bucket or s3://bucket/prefix",
  parse(text) {
    if (!/^\w+:\/\//.test(text)) return { kind: "folder", folder: text };
    const [, bucket, path = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]*)(?:\/(.*))?$/.exec(text) ?? [];
    if (bucket === undefined) return undefined;
    const prefix = path === "" || path.endsWith("/") ? path : `${path}/`;
    return { kind: "s3", bucket, prefix };
  },
};

const githubKeysLocation: VariableKind<GithubKeysLocation> = {
  expected:
    "an https URL, such as https://api.github.com/meta/public_keys/secret_scanning, or a file",
  parse(text) {
    if (!/^\w+:\/\//.test(text)) return { kind: "file", file: text };
    const url = urlOf(text);
    const isSafe = url?.protocol === "https:" || (url && isLoopback(url));
    return isSafe ? { kind: "url", url: text } : undefined;
  },
};

/** Whether an `http:` URL leads to this machine, so that it needs no encryption. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

const hostName: VariableKind<string> = {
  expected: "an address or a name of this machine, such as 127.0.0.1 or 0.0.0.0",
  parse: (text) => (/^[\w.:%-]+$/.test(text) ? text : undefined),
};

const addressRanges: VariableKind<AddressRanges> = {
  expected:
    "addresses, ranges such as 10.0.0.0/8 or fd00::/8, or loopback, with commas between them",
  parse: readAddressRanges,
};

const hostNames: VariableKind<readonly string[]> = {
  expected:
    "names or addresses of this server, with or without a port, with commas between them, such as api.internal,api.internal:8080",
  parse(text) {
    const hosts = text.split(",").map((part) => hostOf(part.trim()));
    return hosts.every((host) => host !== undefined) ? hosts : undefined;
  },
};

const seconds: VariableKind<number> = {
  expected: "a number of seconds, more than 0 and at most 3600",
  parse(text) {
    const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : 0;
    return value >= 1 && value <= 3_600_000 ? Math.round(value) : undefined;
  },
};

/** The number of attempts that a delivery keeps. */
const MOST_PAUSES = 20;

const pauses: VariableKind<readonly number[]> = {
  expected: `1 to ${MOST_PAUSES} numbers of seconds with commas between them, each more than 0 and at most 604800`,
  parse(text) {
    const values = text.split(",").map((part) => {
      const value = /^\d+(?:\.\d+)?$/.test(part.trim()) ? Math.round(Number(part) * 1000) : 0;
      return value >= 1 && value <= 7 * DAY ? value : undefined;
    });
    const isRead = values.length <= MOST_PAUSES && values.every((value) => value !== undefined);
    return isRead ? values : undefined;
  },
};

const days: VariableKind<number> = {
  expected: "a number of days, more than 0 and at most 3650",
  parse(text) {
    const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0;
    return value > 0 && value <= 3650 ? Math.ceil(value * DAY) : undefined;
  },
};

const longSecrets: VariableKind<SigningSecrets> = {
  expected:
    "at least 32 characters that nobody can guess; `openssl rand -base64 32` makes such a text. Several have commas or line breaks between them",
  parse: parseSigningSecrets,
  isSecret: true,
};

const postgresUrl: VariableKind<string> = {
  expected:
    "of the form postgres://user:password@host:5432/database; leave it out for an SQLite file",
  parse: (text) =>
    /^postgres(?:ql)?:$/.test(urlOf(text)?.protocol ?? "") && urlOf(text)?.pathname.slice(1)
      ? text
      : undefined,
  isSecret: true,
};

const origin: VariableKind<string> = {
  expected: "an origin with nothing after it, such as https://api.example.com",
  parse: (text) => originOf(text),
};

const origins: VariableKind<readonly string[]> = {
  expected:
    "origins with commas between them, such as https://app.example.com,http://localhost:3000",
  parse(text) {
    const listed = text.split(",").map((part) => originOf(part.trim()));
    return listed.every((item) => item !== undefined) ? listed : undefined;
  },
};

function wholeNumber(least: number, most: number): VariableKind<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    parse(text) {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
  };
}

const numberOrNone: VariableKind<number> = {
  expected: "a whole number from 1 to 1000000, or none for any number",
  parse: (text) =>
    text === "none" ? Number.POSITIVE_INFINITY : wholeNumber(1, 1_000_000).parse(text),
};

function oneOf<T extends string>(values: readonly T[]): VariableKind<T> {
  return {
    expected: `one of ${values.join(", ")}`,
    parse: (text) => values.find((value) => value === text),
  };
}

function urlOf(text: string): URL | undefined {
  return URL.parse(text) ?? undefined;
}

function hostOf(text: string): string | undefined {
  const url = urlOf(`http://${text}`);
  return url && url.href === `${url.origin}/` ? url.host : undefined;
}

function originOf(text: string): string | undefined {
  const url = urlOf(text);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return url.href === `${url.origin}/` ? url.origin : undefined;
}
