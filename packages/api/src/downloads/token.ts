import { fromBase64Url, fromHex, toBase64Url, toUuid } from "../encoding.ts";
import type { Moment } from "../store/records.ts";

/** What a download token says. */
export interface Ticket {
  readonly datasetId: string;
  /** To the second; what is left of it is cut off. */
  readonly expiresAt: Moment;
}

/** Signs a ticket: `v1.<dataset>.<seconds>.<HMAC-SHA-256>`. */
export async function sign(ticket: Ticket, secret: string): Promise<string> {
  const id = toBase64Url(fromHex(ticket.datasetId.replaceAll("-", "")));
  const payload = `v1.${id}.${Math.floor(ticket.expiresAt / 1000)}`;
  const signature = await crypto.subtle.sign("HMAC", await keyOf(secret), encode(payload));
  return `${payload}.${toBase64Url(new Uint8Array(signature))}`;
}

/** Reads a token; undefined for one that was not signed with this secret. */
export async function verify(token: string, secret: string): Promise<Ticket | undefined> {
  const [version, id = "", seconds = "", signature = "", ...more] = token.split(".");
  const [idBytes, signatureBytes] = [fromBase64Url(id), fromBase64Url(signature)];
  if (version !== "v1" || !idBytes || !signatureBytes || more.length > 0) return undefined;
  const payload = encode(`v1.${id}.${seconds}`);
  const isOurs = await crypto.subtle.verify("HMAC", await keyOf(secret), signatureBytes, payload);
  if (!isOurs) return undefined;
  return { datasetId: toUuid(idBytes), expiresAt: Number(seconds) * 1000 };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", encode(secret), algorithm, false, ["sign", "verify"]);
}
