import { readFile } from "node:fs/promises";
import { type FindGithubKey, StoreUnavailableError } from "@sinkove/api";
import { messageOf } from "./start-error.ts";

/** Where GitHub's public keys are: a URL, or a file with what GitHub answers there. */
export type GithubKeysLocation =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "file"; readonly file: string };

/** Options of {@link createGithubKeys}. */
export interface GithubKeysOptions {
  readonly location: GithubKeysLocation;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
  /** Default: over the network, or from the file. */
  readonly read?: (location: GithubKeysLocation) => Promise<string>;
}

/** How long keys are used before they are read again, in milliseconds: GitHub may have replaced one. */
const FRESH = 60 * 60 * 1000;

/**
 * How long to wait before keys are read again for an unknown identifier or after a failure, in milliseconds. Anyone can
 * send identifiers, and GitHub answers 60 requests an hour.
 */
const PAUSE = 5 * 60 * 1000;

/** Finds GitHub's public keys. They are read with the first report, and then each hour that has one. */
export function createGithubKeys(options: GithubKeysOptions): FindGithubKey {
  const { location, monotonic, read = readKeys } = options;
  let keys: ReadonlyMap<string, string> = new Map();
  let [readAt, attemptedAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let attempt: Promise<void> = Promise.resolve();
  const refresh = async (): Promise<void> => {
    const startedAt = monotonic();
    keys = parseKeys(await read(location));
    readAt = startedAt;
  };
  return async (identifier) => {
    const now = monotonic();
    if (now - readAt < FRESH && keys.has(identifier)) return keys.get(identifier);
    if (now - attemptedAt >= PAUSE) {
      attemptedAt = now;
      attempt = refresh();
    }
    try {
      await attempt;
    } catch (error) {
      const message = `GitHub's public keys cannot be read now: ${messageOf(error)}`;
      throw new StoreUnavailableError(message, { cause: error });
    }
    return keys.get(identifier);
  };
}

/** How long GitHub may take to answer, in milliseconds. */
const TIMEOUT = 5000;

async function readKeys(location: GithubKeysLocation): Promise<string> {
  if (location.kind === "file") return readFile(location.file, "utf8");
  const signal = AbortSignal.timeout(TIMEOUT);
  const headers = { Accept: "application/json" };
  const response = await fetch(location.url, { headers, signal, redirect: "error" });
  if (!response.ok) throw new Error(`the response is ${response.status}`);
  return response.text();
}

/** @throws Error for anything but `{"public_keys":[{"key_identifier":"…","key":"…"}]}` */
function parseKeys(text: string): ReadonlyMap<string, string> {
  const { public_keys: listed }: { readonly public_keys?: unknown } = JSON.parse(text) ?? {};
  const isListed = Array.isArray(listed) && listed.every(isKey);
  if (!isListed) throw new Error("they are not in the form of GitHub");
  return new Map(listed.map(({ key_identifier, key }) => [key_identifier, key]));
}

interface GithubKey {
  readonly key_identifier: string;
  readonly key: string;
}

function isKey(value: unknown): value is GithubKey {
  if (typeof value !== "object" || value === null) return false;
  const { key_identifier, key }: Partial<GithubKey> = value;
  return typeof key_identifier === "string" && typeof key === "string";
}
