import { fromBase64Url, toBase64, toBase64Url } from "../encoding.ts";
import type { Random } from "../random.ts";

const PREFIX = "whsec_";
const BYTES = 32;

/** A new secret to sign deliveries with, in the form of Standard Webhooks 1.0. */
export function newWebhookSecret(random: Random): string {
  const bytes = new Uint8Array(BYTES);
  random(bytes);
  return PREFIX + toBase64(bytes);
}

/** The context that a secret is bound to. */
export interface Sealing {
  /** The service's own secret, from which the key is derived. */
  readonly serviceSecret: string;
  /** The id of the endpoint. A secret that was encrypted for one endpoint cannot be used for another. */
  readonly endpointId: string;
}

/** Encrypts a secret, so that a copy of the database cannot sign webhooks (AES-GCM, with a key by RFC 5869). */
export async function sealSecret(
  secret: string,
  sealing: Sealing,
  random: Random,
): Promise<string> {
  const iv = new Uint8Array(12);
  random(iv);
  const data = new TextEncoder().encode(secret);
  const key = await keyOf(sealing);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, data);
  return `${toBase64Url(iv)}.${toBase64Url(new Uint8Array(sealed))}`;
}

/**
 * Decrypts a secret of an endpoint with the one of the service's secrets that encrypted it.
 *
 * @throws Error if it was encrypted with a secret that the service no longer has, or for another endpoint
 */
export async function openSecret(
  text: string,
  serviceSecrets: readonly string[],
  endpointId: string,
): Promise<string> {
  const [iv, sealed] = text.split(".").map(fromBase64Url);
  if (!iv || !sealed) throw new TypeError("A stored webhook secret is damaged.");
  return Promise.any(
    serviceSecrets.map(async (serviceSecret) => {
      const key = await keyOf({ serviceSecret, endpointId });
      const data = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
      return new TextDecoder().decode(data);
    }),
  );
}

async function keyOf({ serviceSecret, endpointId }: Sealing): Promise<CryptoKey> {
  const encoder = new TextEncoder();
  const material = encoder.encode(serviceSecret);
  const base = await crypto.subtle.importKey("raw", material, "HKDF", false, ["deriveKey"]);
  const info = encoder.encode("sinkove webhook secret");
  const derivation = { name: "HKDF", hash: "SHA-256", salt: encoder.encode(endpointId), info };
  const usages: KeyUsage[] = ["encrypt", "decrypt"];
  return crypto.subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, usages);
}

/** A message to sign. */
export interface WebhookMessage {
  /** The value of the header `webhook-id`. */
  readonly id: string;
  /** The value of `webhook-timestamp`: seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** The value of the header `webhook-signature`: a signature for each secret, newest first (Standard Webhooks 1.0). */
export async function signMessage(
  { id, timestamp, body }: WebhookMessage,
  secrets: readonly string[],
): Promise<string> {
  const data = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const signatures = await Promise.all(
    secrets.map(async (secret) => `v1,${toBase64(await hmac(secret, data))}`),
  );
  return signatures.join(" ");
}

async function hmac(secret: string, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(secret.slice(PREFIX.length)), (char) => char.charCodeAt(0));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, data));
}
