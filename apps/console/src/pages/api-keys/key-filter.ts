import type { ApiKey } from "@sinkove/contract";

/** The filter of the list of keys. It is in the address, so that people can share it. */
export interface KeyFilter {
  /** Default: only keys that are neither revoked nor expired. */
  readonly show?: "all";
  /** Part of the name, the prefix or the last characters. */
  readonly search?: string;
}

/** Reads the filter from search parameters. */
export function readKeyFilter({ show, search }: Record<string, unknown>): KeyFilter {
  return {
    ...(show === "all" && { show }),
    // The router parses a search such as `1234` as a number.
    ...((typeof search === "string" || typeof search === "number") && { search: String(search) }),
  };
}

/**
 * Returns the search for a text that a person entered. Of a pasted key, only what the list shows of it is kept, because
 * the search is in the address, which the browser remembers.
 */
export function searchOf(text: string): string {
  const [, prefix, rest = ""] = text.match(SECRET) ?? [];
  if (prefix === undefined) return text;
  return `${prefix}…${rest.slice(30, 34)}`;
}

/** A key, or the start of one: what the list shows of it, and the rest. */
const SECRET = /(sinkove_(?:live|test)_[0-9A-Za-z]{4})([0-9A-Za-z]+)/;

/** Returns the keys that match a filter. */
export function filterKeys(keys: readonly ApiKey[], filter: KeyFilter): readonly ApiKey[] {
  const search = filter.search?.trim().toLowerCase() ?? "";
  return keys
    .filter((key) => filter.show === "all" || isUsable(key))
    .filter((key) => search === "" || textOf(key).includes(search));
}

/** Whether a key works, or can be enabled again. */
function isUsable({ status }: ApiKey): boolean {
  return status === "active" || status === "disabled";
}

function textOf({ name, prefix, last4 }: ApiKey): string {
  return `${name}\n${prefix}…${last4}`.toLowerCase();
}
