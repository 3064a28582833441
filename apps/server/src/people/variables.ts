import type { VariableKind } from "../variables.ts";
import type { MailLocation } from "./mail/transport.ts";
import { type OidcProvider, readOidcProviders } from "./oidc.ts";

/** The destination of mails. It may contain a password. */
export const mailLocation: VariableKind<MailLocation> = {
  expected: "of the form smtp://user:password@host:587 or smtps://user:password@host:465",
  parse(text) {
    const url = URL.parse(text);
    if (!/^smtps?:$/.test(url?.protocol ?? "") || !url?.hostname) return undefined;
    return url.search === "" ? { kind: "smtp", url: text } : undefined;
  },
  isSecret: true,
};

/** The sender of mails. */
export const mailbox: VariableKind<string> = {
  expected: "an address such as sinkove@example.com or Sinkove <sinkove@example.com>",
  parse: (text) =>
    /^(?:[^<>@"\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text) ? text : undefined,
};

/** Identity providers, with their secrets. */
export const oidcProviders: VariableKind<readonly OidcProvider[]> = {
  expected:
    "a JSON list of identity providers, each with an id, a name, an https issuer, a clientId, and a clientSecret or clientSecretFile",
  parse: readOidcProviders,
  isSecret: true,
};
