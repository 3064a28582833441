import { parseApiKey } from "@sinkove/api-key";

/** The key and the organization that the first world always has: those of the contract's examples. */
export const KNOWN_IDENTITY: Identity = {
  apiKey: "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J",
  organizationId: "01939ad0-7b11-7c55-b1a2-3c4d5e6f7a8b",
};

/** What a world is to be known by, instead of what chance would give it. */
export interface Identity {
  readonly apiKey: string;
  readonly organizationId: string;
}

/** What is stored of a key besides its hash. */
export function recognitionOf(apiKey: string): { prefix: string; last4: string } {
  const parsed = parseApiKey(apiKey);
  if (!parsed) throw new TypeError("The known key is not an API key.");
  return { prefix: parsed.prefix, last4: parsed.last4 };
}
