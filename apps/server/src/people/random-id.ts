import { randomBytes } from "node:crypto";
import { uuidV7 } from "@sinkove/api";

/** A new UUID of version 7. */
export function newId(clock: () => number): string {
  return uuidV7(clock(), (bytes) => crypto.getRandomValues(bytes));
}

/** A short id for names of files. */
export function randomId(): string {
  return randomBytes(6).toString("hex");
}

/** An unguessable token for links, with 256 random bits. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}
