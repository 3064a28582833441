import { LEXICON, LONGEST_PHRASE, type Meaning } from "./lexicon.ts";

/** A phrase of a prompt and its meaning, which is undefined for an unknown word. */
export interface Phrase {
  readonly words: string;
  readonly meaning: Meaning | undefined;
}

const MARKS: Readonly<Record<string, Meaning>> = {
  ",": { type: "comma" },
  "(": { type: "comma" },
  ")": { type: "comma" },
  ":": { type: "comma" },
  "/": { type: "and" },
  "&": { type: "and" },
  "+": { type: "and" },
  ".": { type: "stop" },
  ";": { type: "stop" },
  "!": { type: "stop" },
  "?": { type: "stop" },
  "\n": { type: "stop" },
};

/** Matches words of any script, numbers, and the marks above. Hyphens separate words, so x-ray becomes `x ray`. */
const TOKEN = /[\p{L}\p{M}]+|\p{N}+|[,():/&+.;!?\n]|[^\s\p{P}\p{Z}\p{C}]+/gu;

/** Matches soft hyphens and other marks that text from a PDF or a web page has inside words. */
const INVISIBLE = /\p{Cf}/gu;

/** Splits a prompt into known phrases, preferring longer ones, and unknown words. */
export function readPhrases(prompt: string): Phrase[] {
  const text = prompt.normalize("NFKC").replace(INVISIBLE, "").toLowerCase();
  const tokens = text.match(TOKEN) ?? [];
  const phrases: Phrase[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = longestAt(tokens, at);
    const words = tokens.slice(at, at + Math.max(1, length)).join(" ");
    phrases.push({ words, meaning: meaningOf(words) });
    at += Math.max(1, length);
  }
  return phrases;
}

function longestAt(tokens: readonly string[], at: number): number {
  for (let length = LONGEST_PHRASE; length > 0; length--) {
    if (at + length > tokens.length) continue;
    if (LEXICON.has(tokens.slice(at, at + length).join(" "))) return length;
  }
  return 0;
}

function meaningOf(words: string): Meaning | undefined {
  if (/^\p{N}+$/u.test(words)) return { type: "filler" };
  return LEXICON.get(words) ?? (Object.hasOwn(MARKS, words) ? MARKS[words] : undefined);
}
