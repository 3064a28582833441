import type { ApiKeyLeak, LeakPolicy } from "@sinkove/contract";
import type { ApiKeyRecord, Moment, OrganizationRecord } from "../store/records.ts";

/** A notice about a key. */
interface KeyNotice {
  /** The parts by which people recognize the key, without the secret. */
  readonly apiKey: Pick<ApiKeyRecord, "id" | "name" | "prefix" | "last4">;
}

/** A key was found where others can read it. */
export interface LeakNotice extends KeyNotice {
  readonly kind: "api-key-leaked";
  readonly leak: ApiKeyLeak;
  /** The policy that was applied to the key. */
  readonly policy: LeakPolicy;
  /** How many keys that it created still work. Undefined in a notice of an older server. */
  readonly createdKeys?: number;
}

/** A key is about to expire. */
export interface KeyExpiryNotice extends KeyNotice {
  readonly kind: "api-key-expiring";
  readonly expiresAt: Moment;
}

/** An organization has few credits left. */
export interface LowCreditsNotice {
  readonly kind: "credits-low";
  readonly organization: Pick<OrganizationRecord, "id" | "name" | "credits">;
  /** Fewer credits than this are low. */
  readonly threshold: number;
}

/** The content of a mail to a person. It is stored until it is sent, so it contains no secret. */
export type Notice = LeakNotice | KeyExpiryNotice | LowCreditsNotice;
