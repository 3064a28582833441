import type { ApiKey } from "@sinkove/contract";

/** What the list of keys shows. It is in the address, so that a link to it can be shared. */
export interface KeyFilter {
  /** Absent: the keys that are neither revoked nor expired. */
  readonly show?: "all";
  /** A part of the name, the prefix or the last characters. */
  readonly search?: string;
}

/** Reads the filter from the search of an address. */
export function readKeyFilter({ show, search }: Record<string, unknown>): KeyFilter {
  return {
    ...(show === "all" && { show }),
    // A search such as `1234` is read as a number.
    ...((typeof search === "string" || typeof search === "number") && { search: String(search) }),
  };
}

/** The keys that a filter lets through. */
export function filterKeys(keys: readonly ApiKey[], filter: KeyFilter): readonly ApiKey[] {
  const search = filter.search?.trim().toLowerCase() ?? "";
  return keys
    .filter((key) => filter.show === "all" || isUsable(key))
    .filter((key) => search === "" || textOf(key).includes(search));
}

/** Whether a key works, or can work again. */
function isUsable({ status }: ApiKey): boolean {
  return status === "active" || status === "disabled";
}

function textOf({ name, prefix, last4 }: ApiKey): string {
  return `${name}\n${prefix}\n${last4}`.toLowerCase();
}
