import type { Options, SearchOptions } from "minisearch";

/** A searchable part of a page: the text under one heading. */
export interface Section {
  readonly id: number;
  /** The title of the page. */
  readonly page: string;
  /** Empty for text above the first heading. */
  readonly heading: string;
  readonly url: string;
  readonly text: string;
  readonly excerpt: string;
}

/** A section as it is stored with the index. */
export type StoredSection = Pick<Section, "page" | "heading" | "url" | "excerpt">;

/** Synonyms. The first word of each group is the most frequent one on the pages. */
const synonyms = [
  ["key", "token", "credential", "apikey", "password"],
  ["rotate", "rotation", "renew", "replace", "roll"],
  ["revoke", "delete", "remove", "deactivate", "invalidate"],
  ["throttle", "throttling", "429", "quota", "ratelimit"],
  ["error", "exception", "failure", "problem"],
  ["login", "signin", "auth", "authentication", "authorization"],
  ["organization", "org", "workspace", "tenant", "team"],
  ["member", "user", "person", "people", "colleague"],
  ["invite", "invitation", "invitations"],
  ["role", "permission", "rbac", "access"],
  ["dataset", "images", "films", "xray", "radiograph"],
  ["mock", "fake", "stub", "emulator", "simulator"],
  ["python", "py", "pip", "pypi"],
  ["typescript", "javascript", "ts", "js", "npm", "node"],
  ["paging", "pagination", "paginate", "cursor", "page"],
  ["credit", "credits", "billing", "price", "cost", "balance"],
  ["expiry", "expire", "expires", "expiration", "ttl"],
  ["install", "installation", "setup"],
  ["retry", "retries", "backoff"],
  ["log", "logs", "audit", "history"],
] as const;

const groupOf = new Map(
  synonyms.flatMap((group, index) => group.map((word) => [word as string, `§${index}`] as const)),
);

/** Also indexes the parts of a name: `list` and `datasets` find `listDatasets`. */
function wordsOf(term: string): string[] {
  const parts = term.split(/(?<=[a-z0-9])(?=[A-Z])/);
  const words = parts.length > 1 ? [term, ...parts] : [term];
  return words.map((word) => word.toLowerCase());
}

function groupsOf(word: string): string[] {
  const group = groupOf.get(word) ?? groupOf.get(word.replace(/s$/, ""));
  return group === undefined ? [] : [group];
}

/** Phrases that are indexed as one of the words above. */
const phrases = [
  [/\brate[ -]limit(?:s|ing|ed)?\b/gi, "ratelimit"],
  [/\bsign(?:ed|ing)?[ -]in\b/gi, "signin"],
  [/\bX-ray/gi, "xray"],
] as const;

function withPhrases(text: string): string {
  return phrases.reduce((all, [phrase, word]) => all.replaceAll(phrase, `$& ${word}`), text);
}

/** Ranks guides first. Readers who look for an operation or an error use its name. */
function weightOf(url: string): number {
  if (url.startsWith("/sdk/")) return 0.4;
  return /^\/(?:errors|reference)\b/.test(url) ? 0.7 : 1.5;
}

/** The options with which the build creates the index and the page reads it. */
export const indexOptions: Options<Section> = {
  fields: ["page", "heading", "text"],
  storeFields: ["page", "heading", "url", "excerpt"],
  tokenize: (text) => withPhrases(text).split(/[\s\p{P}]+/u),
  processTerm: (term) => wordsOf(term).flatMap((word) => [word, ...groupsOf(word)]),
};

/** Numbers match only as they are: `401` is not the beginning of the port 4010. */
const isNumber = (term: string): boolean => /^\d+$/.test(term);

/** The options of a search: synonyms count as the word, the last word may be incomplete, and typos are tolerated. */
export const searchOptions: SearchOptions = {
  boost: { page: 5, heading: 3 },
  processTerm: (term) => {
    const word = term.toLowerCase();
    const [group] = groupsOf(word);
    return group === undefined ? word : [word, group];
  },
  prefix: (term, index, terms) => index === terms.length - 1 && !isNumber(term),
  fuzzy: (term) => (term.length > 3 && !term.startsWith("§") && !isNumber(term) ? 0.25 : false),
  weights: { fuzzy: 0.3, prefix: 0.5 },
  boostDocument: (_, __, stored) => weightOf(String(stored?.url)),
};
