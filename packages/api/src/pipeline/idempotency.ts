import type { OperationId } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import { isSession, type Presented } from "../access/session.ts";
import { fromBase64Url, sha256, toBase64Url } from "../encoding.ts";
import { ApiError } from "../http/problem.ts";
import type { AnyAnswer } from "../operation.ts";
import type { Random } from "../random.ts";
import type { IdempotencyRecord, Moment } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";

const KEPT_FOR = 24 * 60 * 60 * 1000;

/** A request that was sent with an Idempotency-Key. */
export interface IdempotentRequest {
  readonly idempotencyKey: string;
  readonly operationId: OperationId;
  readonly path: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly principal: Principal;
  readonly presented: Presented;
  readonly now: Moment;
  readonly random: Random;
}

/**
 * Carries a request out once. The first response is stored in the same transaction as its change,
 * so a crash leaves both or neither. Only successes are stored: an error has changed nothing, and
 * the request may be sent again.
 *
 * @throws ApiError IDEMPOTENCY_KEY_REUSED or IDEMPOTENCY_CONFLICT
 */
export async function answerOnce(
  store: StoreWriter,
  request: IdempotentRequest,
  answer: () => Promise<AnyAnswer>,
): Promise<AnyAnswer> {
  const { principal, idempotencyKey, now } = request;
  const fingerprint = await fingerprintOf(request);
  const earlier = await store.findAnswer(principal.account.id, idempotencyKey);
  if (earlier && now - earlier.createdAt < KEPT_FOR) return replay(earlier, fingerprint, request);
  const first = await answer();
  await store.saveAnswer(await toRecord(first, fingerprint, request));
  // Each stored response removes old ones. This is last, because it locks rows of other accounts.
  await store.purgeAnswers(now - KEPT_FOR);
  return first;
}

function fingerprintOf({ operationId, path, body }: IdempotentRequest): Promise<string> {
  return sha256(JSON.stringify([operationId, path, body ?? null]));
}

async function replay(
  earlier: IdempotencyRecord,
  fingerprint: string,
  request: IdempotentRequest,
): Promise<AnyAnswer> {
  if (earlier.fingerprint !== fingerprint) throw keyReused();
  if (!mayHave(earlier, request)) throw foreignAnswer();
  const text = earlier.encrypted ? await decrypt(earlier.body, request) : earlier.body;
  const location = earlier.location === null ? {} : { Location: earlier.location };
  const headers = { ...location, "Idempotent-Replayed": "true" };
  return { status: earlier.status, body: JSON.parse(text), headers };
}

/**
 * A response with a secret, or about the account, is only for the key or session that received it.
 * Others are for everyone with access to the organization.
 */
function mayHave(earlier: IdempotencyRecord, request: IdempotentRequest): boolean {
  if (earlier.encrypted || earlier.organizationId === null) {
    return earlier.holderId === holderOf(request);
  }
  return request.principal.organizationIds.includes(earlier.organizationId);
}

/** The id of the key, or of the session: another session of the same person has another secret. */
function holderOf({ principal, presented }: IdempotentRequest): string {
  return isSession(presented) ? presented.id : (principal.apiKey?.id ?? "");
}

/** Members with a secret. A response that has one is stored encrypted. */
const SECRET_MEMBERS = ["secret", "token"];

async function toRecord(
  { status, body, headers }: AnyAnswer,
  fingerprint: string,
  request: IdempotentRequest,
): Promise<IdempotencyRecord> {
  const text = JSON.stringify(body);
  const encrypted = SECRET_MEMBERS.some((name) => textMember(body, name) !== null);
  return {
    accountId: request.principal.account.id,
    key: request.idempotencyKey,
    holderId: holderOf(request),
    organizationId: textMember(body, "organizationId"),
    fingerprint,
    status,
    location: headers?.Location ?? null,
    body: encrypted ? await encrypt(text, request) : text,
    encrypted,
    createdAt: request.now,
  };
}

function textMember(body: unknown, name: string): string | null {
  if (typeof body !== "object" || body === null || !(name in body)) return null;
  const value: unknown = Reflect.get(body, name);
  return typeof value === "string" ? value : null;
}

async function encrypt(text: string, request: IdempotentRequest): Promise<string> {
  const iv = new Uint8Array(12);
  request.random(iv);
  const data = new TextEncoder().encode(text);
  const key = await encryptionKey(request);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, data);
  return `${toBase64Url(iv)}.${toBase64Url(new Uint8Array(sealed))}`;
}

async function decrypt(text: string, request: IdempotentRequest): Promise<string> {
  const [iv, sealed] = text.split(".").map(fromBase64Url);
  if (!iv || !sealed) throw new TypeError("A stored answer is damaged.");
  const key = await encryptionKey(request);
  const data = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
  return new TextDecoder().decode(data);
}

/** Derived from the presented key or session, of which the store has only the hash (RFC 5869). */
async function encryptionKey(request: IdempotentRequest) {
  const { presented, idempotencyKey } = request;
  const encoder = new TextEncoder();
  const material = encoder.encode(presented.secret);
  const base = await crypto.subtle.importKey("raw", material, "HKDF", false, ["deriveKey"]);
  const salt = encoder.encode(holderOf(request));
  const info = encoder.encode(`sinkove idempotent answer ${idempotencyKey}`);
  const derivation = { name: "HKDF", hash: "SHA-256", salt, info };
  const usages: KeyUsage[] = ["encrypt", "decrypt"];
  return crypto.subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, usages);
}

function keyReused(): ApiError {
  const detail = "The Idempotency-Key was used with a different request. Use a new one.";
  return new ApiError("IDEMPOTENCY_KEY_REUSED", detail);
}

function foreignAnswer(): ApiError {
  const detail =
    "The answer to this Idempotency-Key belongs to another API key or session. Send the request with that one, or use a new Idempotency-Key.";
  return new ApiError("IDEMPOTENCY_CONFLICT", detail);
}
