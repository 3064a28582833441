import { diagnoseApiKey, redact } from "@sinkove/api-key";
import { isBrowser, readEnvironment } from "./environment.ts";
import { ConfigurationError } from "./errors/client-errors.ts";
import type { SinkoveOptions } from "./options.ts";

/** The key of a client. Closures hold it: there is no property that could be printed. */
export interface KeyHolder {
  /** The current key. Throws a `ConfigurationError` for one that cannot be valid. */
  currentKey(): string | Promise<string>;
  /** Hides every key that was used, and anything that looks like a key. */
  clean(text: string): string;
}

/** Reads the key from the options or the environment, and rejects one that cannot be valid. */
export function createKeyHolder(options: SinkoveOptions, baseUrl: URL): KeyHolder {
  const source = options.apiKey ?? readEnvironment("SINKOVE_API_KEY");
  const used = new Set<string>();
  const accept = (input: string | undefined): string => {
    // A program without type checks may pass anything.
    const key = typeof input === "string" ? input.trim() : input && typeof input;
    check(key, options, baseUrl);
    used.add(key);
    return key;
  };
  const fixed = typeof source === "function" ? undefined : accept(source);
  return {
    currentKey: () =>
      fixed ?? Promise.resolve((source as () => string | Promise<string>)()).then(accept),
    clean: (text) =>
      redact([...used].reduce((rest, key) => rest.replaceAll(key, `${key.slice(0, 13)}…`), text)),
  };
}

function check(
  key: string | undefined,
  { dangerouslyAllowBrowser }: SinkoveOptions,
  { protocol, hostname }: URL,
): asserts key is string {
  const isService = hostname === "api.sinkove.com";
  const fault = diagnoseApiKey(key, { environment: isService ? "live" : undefined });
  if (fault) throw new ConfigurationError(fault.message, fault.reason);
  if (!key?.startsWith("sinkove_live_")) return;
  if (isBrowser() && !dangerouslyAllowBrowser) {
    throw new ConfigurationError(
      "Everyone can read the API key of a page. Use a sandbox key, or dangerouslyAllowBrowser.",
    );
  }
  if (protocol === "http:" && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) {
    throw new ConfigurationError(
      "baseUrl (SINKOVE_API_URL) must be https: no live API key is sent in clear text.",
    );
  }
}
