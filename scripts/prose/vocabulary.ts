/** A phrase that is hard to read, and advice how to replace it. */
export interface Phrase {
  readonly rule: string;
  /** Matches the phrase in a sentence, in which code is two backticks. */
  readonly pattern: RegExp;
  readonly advice: string;
}

/** Rules for plain, current technical English: who does what, with the verb early and standard nouns. */
export const PHRASES: readonly Phrase[] = [
  {
    rule: "is-no",
    pattern:
      /(?<!\bthere )\b(?:is|are|was|were|be) no (?!longer\b|more\b|one\b|different\b|other\b|better\b|\w+er\b)/i,
    advice: 'Write "is not a …", or "has no …".',
  },
  {
    rule: "archaic",
    pattern:
      /\b(?:anew|thereof|therein|whereof|wherein|hereby|lest|upon|amongst|whilst|hence|thus|ere|nought|beforehand)\b/i,
    advice: 'Write the everyday word: "again", "so", "on", "while", "before".',
  },
  {
    rule: "where-for-if",
    pattern: /^Where (?!is\b|are\b|do\b|does\b|to\b|the installed\b)/,
    advice: 'Write "If" for a condition and "When" for a time. "Where" is for places.',
  },
  {
    rule: "told-of",
    pattern: /\b(?:told of|tells? of|speaks? of|hears? of|asks? after)\b/i,
    advice: 'Write "reports", "names", "describes" or "learns about".',
  },
  {
    rule: "is-to-be",
    pattern: /\b(?:is|are|was|were) (?:not )?to be (?!\W)\w+/i,
    advice: 'Write "must be", "can be", or who does it.',
  },
  {
    rule: "to-be-had",
    pattern: /\b(?:(?:can(?:not)?|could|to) (?:not )?be had|at hand)\b/i,
    advice: 'Write "is available", or what is missing.',
  },
  {
    rule: "whoever",
    pattern: /\b(?:whoever|whosoever|whomever|whatsoever|whichever)\b/i,
    advice: 'Name them: "the client that …", "readers who …".',
  },
  {
    rule: "whom",
    pattern: /\bwhom\b(?!\?)/i,
    advice: 'Turn the sentence around, or write "who".',
  },
  {
    rule: "what-for-a-noun",
    pattern: /^What (?:is|are|was|were) [^?]*(?<![?])$/i,
    advice: "Begin with the thing itself, not with a clause that stands for it.",
  },
  {
    rule: "answer-for-response",
    pattern: /\b(?:an|the|each|every|no|its|first|last|earlier|such an) answers?\b/i,
    advice: 'A server sends a "response".',
  },
  {
    rule: "member-for-field",
    pattern: /\bmembers? of (?:the |a |an |its )?(?:body|object|response|request|schema|JSON)\b/i,
    advice: 'A JSON object has "fields".',
  },
  {
    rule: "goes-on",
    pattern: /\bgo(?:es)? on (?:with|to|running|working|until|as)\b/i,
    advice: 'Write "continues".',
  },
  {
    rule: "inversion",
    pattern:
      /(?:^|[,;:] )(?:at no (?:time|moment|point)|never|nor|neither|only then|so) (?:is|are|was|were|does|do|did|has|have|can|will) /i,
    advice: "Put the subject before the verb.",
  },
  {
    rule: "latin",
    pattern: /\b(?:e\.g\.|i\.e\.|etc\.|viz\.|cf\.|per se\b|vice versa|ad hoc)/i,
    advice: 'Write it in English: "for example", "that is", "and so on".',
  },
  {
    rule: "belittling",
    pattern: /\b(?:simply|obviously|of course|needless to say|trivially|as everyone knows)\b/i,
    advice: "Leave it out: what is easy for the writer may not be easy for the reader.",
  },
  {
    rule: "wordy",
    pattern:
      /\b(?:in order to|prior to|subsequent(?:ly)? to|utili[sz]es?|a number of|whether or not|due to the fact|is responsible for|in the event of|for the purpose of)\b/i,
    advice: 'Write "to", "before", "after", "use", "several", "whether", "because", "does".',
  },
  {
    rule: "click-on",
    pattern: /\bclick(?:s|ed)? on\b/i,
    advice: 'Write "click".',
  },
];

/** Headings must be noun phrases or tasks. */
export const RIDDLE: Phrase = {
  rule: "riddle-heading",
  pattern: /^(?:How(?! to\b)|What|Where|Whose|Who|Why|Which|As|So|Of)\b(?!.*\?$)/,
  advice: "A heading is a noun phrase or a task.",
};

/** A sentence should express one idea. */
export const MOST_WORDS = 50;
