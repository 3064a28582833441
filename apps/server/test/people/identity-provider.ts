import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { onTestFinished } from "vitest";
import type { OidcProvider } from "../../src/people/oidc.ts";

/** The person who signs in at the identity provider. */
export interface Claims {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A real identity provider, where everyone has the given `claims`. */
export interface IdentityProvider {
  readonly configuration: OidcProvider;
  claims: Claims;
}

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const KEY = { ...privateKey.export({ format: "jwk" }), use: "sig", kid: "test" };

/** Keeps the provider's data in memory. The provider's own adapter warns that it is not for production. */
class MapAdapter {
  static readonly #stored = new Map<string, object>();
  readonly #model: string;

  constructor(model: string) {
    this.#model = model;
  }

  async upsert(id: string, payload: object): Promise<void> {
    MapAdapter.#stored.set(`${this.#model} ${id}`, payload);
  }

  async find(id: string): Promise<object | undefined> {
    return MapAdapter.#stored.get(`${this.#model} ${id}`);
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) await this.upsert(id, { ...payload, consumed: true });
  }

  async destroy(id: string): Promise<void> {
    MapAdapter.#stored.delete(`${this.#model} ${id}`);
  }

  async findByUid(uid: string): Promise<object | undefined> {
    return [...MapAdapter.#stored.values()].find((each) => "uid" in each && each.uid === uid);
  }

  async findByUserCode(): Promise<undefined> {}
  async revokeByGrantId(): Promise<void> {}
}

/** Starts an identity provider that redirects people to a server. */
export async function startIdentityProvider(claims: Claims): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // the address of a TCP server
  const issuer = `http://127.0.0.1:${port}`;
  const configuration: OidcProvider = {
    id: "clinic",
    name: "Clinic",
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId: "sinkove",
    clientSecret: "fake-client-secret",
  };
  const self: IdentityProvider = { configuration, claims };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: configuration.clientId,
        client_secret: configuration.clientSecret,
        redirect_uris: ["http://127.0.0.1:1/"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    adapter: MapAdapter,
    jwks: { keys: [KEY] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["fake-cookie-key"] },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: async (_: unknown, accountId: string) => ({
      accountId,
      claims: async () => ({ ...self.claims, sub: accountId }),
    }),
  });
  // Allow any port, for the test's server.
  provider.Client.prototype.redirectUriAllowed = (uri: string) =>
    uri.startsWith("http://127.0.0.1:");
  const answer = provider.callback();
  server.on("request", async (incoming, outgoing) => {
    if (!incoming.url?.startsWith("/interaction/")) return answer(incoming, outgoing);
    const { params } = await provider.interactionDetails(incoming, outgoing);
    const grant = new provider.Grant({
      accountId: self.claims.sub,
      clientId: `${params.client_id}`,
    });
    grant.addOIDCScope(`${params.scope}`);
    const result = {
      login: { accountId: self.claims.sub },
      consent: { grantId: await grant.save() },
    };
    await provider.interactionFinished(incoming, outgoing, result, {
      mergeWithLastSubmission: false,
    });
  });
  return self;
}
