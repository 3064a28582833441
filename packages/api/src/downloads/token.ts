import { fromBase64Url, fromHex, toBase64Url, toUuid } from "../encoding.ts";
import type { Moment } from "../store/records.ts";

/** The signer of a token. The token is valid only while the signer has access. */
export interface Signer {
  readonly type: "api_key" | "person";
  readonly id: string;
}

/** The contents of a download token. */
export interface Ticket {
  readonly datasetId: string;
  readonly signer: Signer;
  /** In whole seconds, rounded down. */
  readonly expiresAt: Moment;
}

/** The version of a token says what its signer is. */
const VERSIONS = { api_key: "v2", person: "v3" } as const;

/** Signs a ticket: `v2.<dataset>.<signer>.<seconds>.<HMAC-SHA-256>`. */
export async function sign(ticket: Ticket, secret: string): Promise<string> {
  const seconds = Math.floor(ticket.expiresAt / 1000);
  const { type, id } = ticket.signer;
  const parties = `${fromUuid(ticket.datasetId)}.${fromUuid(id)}`;
  const payload = `${VERSIONS[type]}.${parties}.${seconds}`;
  const signature = await crypto.subtle.sign("HMAC", await keyOf(secret), encode(payload));
  return `${payload}.${toBase64Url(new Uint8Array(signature))}`;
}

/**
 * Reads a token.
 *
 * @returns `outdated` for one of the first version, which does not say who made it; undefined for one that was not
 * signed with one of the secrets
 */
export async function verify(
  token: string,
  secrets: readonly string[],
): Promise<Ticket | "outdated" | undefined> {
  const end = token.lastIndexOf(".");
  const payload = token.slice(0, Math.max(end, 0));
  const signature = fromBase64Url(token.slice(end + 1));
  if (!signature) return undefined;
  if (!(await isSigned(payload, signature, secrets))) return undefined;
  const [version, datasetId = "", signerId = "", seconds] = payload.split(".");
  if (version === "v1") return "outdated";
  const [dataset, signer] = [fromBase64Url(datasetId), fromBase64Url(signerId)];
  const type = version === VERSIONS.api_key ? "api_key" : "person";
  if (version !== VERSIONS[type] || !dataset || !signer) return undefined;
  const expiresAt = Number(seconds) * 1000;
  return { datasetId: toUuid(dataset), signer: { type, id: toUuid(signer) }, expiresAt };
}

async function isSigned(
  payload: string,
  signature: Uint8Array<ArrayBuffer>,
  secrets: readonly string[],
): Promise<boolean> {
  for (const secret of secrets) {
    const key = await keyOf(secret);
    if (await crypto.subtle.verify("HMAC", key, signature, encode(payload))) return true;
  }
  return false;
}

function fromUuid(id: string): string {
  return toBase64Url(fromHex(id.replaceAll("-", "")));
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", encode(secret), algorithm, false, ["sign", "verify"]);
}
