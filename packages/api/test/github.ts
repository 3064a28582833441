import { createSign, generateKeyPairSync } from "node:crypto";

/** A fake of GitHub's secret scanning. */
export interface Github {
  /** Finds its public key, in the way that a server does. */
  readonly findKey: (identifier: string) => Promise<string | undefined>;
  /** Returns the headers that GitHub sends with a body. */
  readonly headersFor: (body: string) => Record<string, string>;
}

/** @param curve - GitHub uses P-256 */
export function createGithub(curve = "P-256"): Github {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: curve });
  const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
  return {
    findKey: async (identifier) => (identifier === "current" ? pem : undefined),
    headersFor: (body) => ({
      "Github-Public-Key-Identifier": "current",
      "Github-Public-Key-Signature": createSign("SHA256").update(body).sign(privateKey, "base64"),
    }),
  };
}
