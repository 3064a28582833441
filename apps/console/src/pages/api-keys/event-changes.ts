import type { RateLimit } from "@sinkove/contract";
import { rateLimitText } from "../../ui/rate-limit-text.ts";
import { absoluteTime } from "../../ui/time-text.ts";

/** The value of a field before and after a change, as in an event. */
export interface Change {
  readonly from?: unknown;
  readonly to?: unknown;
}

/** The names of organizations by id. */
export type Names = ReadonlyMap<string, string>;

/** Describes the change of a field of a key. Unknown fields are shown by their names. */
export function changeText(member: string, { from, to }: Change, names: Names): string {
  if (member === "scopes") return `Scopes: ${scopesText(listOf(from), listOf(to))}`;
  if (member === "rotatedToId") return "Replaced by a new key";
  const { label, text } = MEMBERS[member] ?? { label: member, text: anyText };
  return `${label}: ${text(to, names)} (before: ${text(from, names)})`;
}

type ValueText = (value: unknown, names: Names) => string;

const MEMBERS: Readonly<Record<string, { readonly label: string; readonly text: ValueText }>> = {
  name: { label: "Name", text: anyText },
  enabled: { label: "Enabled", text: (value) => (value === true ? "yes" : "no") },
  expiresAt: { label: "Expires", text: expiryText },
  organizationIds: { label: "Organizations", text: organizationsText },
  rateLimit: { label: "Rate limit", text: ownLimitText },
};

function scopesText(before: readonly string[], after: readonly string[]): string {
  const added = after.filter((scope) => !before.includes(scope));
  const removed = before.filter((scope) => !after.includes(scope));
  return [
    ...(added.length > 0 ? [`added ${added.join(", ")}`] : []),
    ...(removed.length > 0 ? [`removed ${removed.join(", ")}`] : []),
  ].join("; ");
}

function expiryText(value: unknown): string {
  return typeof value === "string" ? absoluteTime(Date.parse(value)) : "never";
}

function organizationsText(value: unknown, names: Names): string {
  if (!Array.isArray(value)) return "all";
  return listOf(value)
    .map((id) => names.get(id) ?? id)
    .join(", ");
}

function ownLimitText(value: unknown): string {
  if (value === null || value === undefined) return "that of the account";
  return isRateLimit(value) ? rateLimitText(value) : anyText(value);
}

function isRateLimit(value: unknown): value is RateLimit {
  const { limit, windowSeconds } = { limit: undefined, windowSeconds: undefined, ...Object(value) };
  return typeof limit === "number" && typeof windowSeconds === "number";
}

function anyText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
