import { parseApiKey } from "@sinkove/api-key";

/** The fixed key and organization of the first world, as in the contract's examples. */
export const KNOWN_IDENTITY: Identity = {
  apiKey: "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J",
  organizationId: "01939ad0-7b11-7c55-b1a2-3c4d5e6f7a8b",
};

/** A fixed key and organization for a world, instead of random ones. */
export interface Identity {
  readonly apiKey: string;
  readonly organizationId: string;
}

/** The parts of a key that are stored besides its hash. */
export function recognitionOf(apiKey: string): { prefix: string; last4: string } {
  const parsed = parseApiKey(apiKey);
  if (!parsed) throw new TypeError("The key of the world is not an API key.");
  return { prefix: parsed.prefix, last4: parsed.last4 };
}
