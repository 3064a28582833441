import { fromBase64Url, fromHex, toBase64Url, toUuid } from "../encoding.ts";
import type { Moment } from "../store/records.ts";

/** What a download token says. */
export interface Ticket {
  readonly datasetId: string;
  /** The key that made it, without which it is worth nothing. */
  readonly apiKeyId: string;
  /** In whole seconds, rounded down. */
  readonly expiresAt: Moment;
}

/** Signs a ticket: `v2.<dataset>.<key>.<seconds>.<HMAC-SHA-256>`. */
export async function sign(ticket: Ticket, secret: string): Promise<string> {
  const seconds = Math.floor(ticket.expiresAt / 1000);
  const payload = `v2.${fromUuid(ticket.datasetId)}.${fromUuid(ticket.apiKeyId)}.${seconds}`;
  const signature = await crypto.subtle.sign("HMAC", await keyOf(secret), encode(payload));
  return `${payload}.${toBase64Url(new Uint8Array(signature))}`;
}

/**
 * Reads a token.
 *
 * @returns `outdated` for one of the first version, which does not say who made it; undefined for one that was not
 * signed with this secret
 */
export async function verify(
  token: string,
  secret: string,
): Promise<Ticket | "outdated" | undefined> {
  const end = token.lastIndexOf(".");
  const payload = token.slice(0, Math.max(end, 0));
  const signature = fromBase64Url(token.slice(end + 1));
  if (!signature) return undefined;
  const key = await keyOf(secret);
  if (!(await crypto.subtle.verify("HMAC", key, signature, encode(payload)))) return undefined;
  const [version, datasetId = "", apiKeyId = "", seconds] = payload.split(".");
  if (version === "v1") return "outdated";
  const [dataset, apiKey] = [fromBase64Url(datasetId), fromBase64Url(apiKeyId)];
  if (version !== "v2" || !dataset || !apiKey) return undefined;
  const expiresAt = Number(seconds) * 1000;
  return { datasetId: toUuid(dataset), apiKeyId: toUuid(apiKey), expiresAt };
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
