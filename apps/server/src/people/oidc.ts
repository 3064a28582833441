import { readFileSync } from "node:fs";

/** An identity provider for people who sign in, such as a hospital's. */
export interface OidcProvider {
  /** Part of the callback URL. */
  readonly id: string;
  /** The name that people see. */
  readonly name: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * Reads providers from JSON: a list of `{id, name, issuer, clientId, clientSecret}`. `discoveryUrl` may replace
 * `issuer`, and `clientSecretFile` may replace `clientSecret`.
 *
 * @returns undefined if the text is not such a list
 */
export function readOidcProviders(text: string): readonly OidcProvider[] | undefined {
  const list = parse(text);
  if (!Array.isArray(list)) return undefined;
  const providers = list.map(providerOf);
  if (!providers.every((provider) => provider !== undefined)) return undefined;
  const ids = new Set(providers.map(({ id }) => id));
  return ids.size === providers.length ? providers : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function providerOf(value: unknown): OidcProvider | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const members = new Map<string, unknown>(Object.entries(value));
  const text = (name: string): string | undefined => {
    const found = members.get(name);
    return typeof found === "string" && found !== "" ? found : undefined;
  };
  const id = text("id");
  const clientId = text("clientId");
  const discoveryUrl = text("discoveryUrl") ?? discoveryUrlOf(text("issuer"));
  const clientSecret = text("clientSecret") ?? contentOf(text("clientSecretFile"));
  if (!id || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id) || id === "credential") return undefined;
  if (!clientId || !clientSecret || !discoveryUrl || !isSafe(discoveryUrl)) return undefined;
  return { id, name: text("name") ?? id, discoveryUrl, clientId, clientSecret };
}

/** OpenID Connect Discovery 1.0, section 4. */
function discoveryUrlOf(issuer: string | undefined): string | undefined {
  return issuer && `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
}

/** Requires https: a person who can change the discovery document can sign in as anybody. */
function isSafe(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol === "https:") return true;
  return url?.protocol === "http:" && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
}

function contentOf(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
