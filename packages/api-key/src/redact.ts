// `_`, also percent-encoded, also more than once.
const SEPARATOR = "(?:_|%(?:25)*5f)";
const ENVIRONMENT = `(?:live|test)${SEPARATOR}`;

// Letters of any script, so that a look-alike in a key does not end it, and invisible characters.
const INSIDE = "[\\p{L}\\p{N}\\p{M}\\p{Cf}_-]";

/**
 * 1. Where a key starts: its prefix, or what damage or a cut has left of it before 20 characters.
 * 2. All that can belong to the key.
 * 3. The rest of it, where something foreign (a line break, a full stop) stands inside the key.
 * Every repetition is bounded, or ends where its class ends: the time is linear.
 */
const KEY_LIKE: RegExp = /* @__PURE__ */ new RegExp(
  `(sinkove${SEPARATOR}${ENVIRONMENT}|(?:${ENVIRONMENT}|sinkove[^…]{0,9}?)(?=[0-9a-z]{20}))` +
    `(?:${INSIDE}|%[0-9a-f]{2})+` +
    `(?:[^0-9a-z…]{1,9}${INSIDE}{16,}|…[0-9a-z]*)?`,
  "giu",
);

/**
 * Hides everything that looks like an API key in a text: `sinkove_test_…`. That includes keys
 * that are cut, damaged, in another case or percent-encoded; where in doubt, it hides. It cannot
 * know a piece of a key that has nothing of the prefix before it. Hiding twice changes nothing,
 * and the time is linear in the length of the text.
 *
 * @example
 * logger.info(redact(`GET ${url} failed: ${error}`));
 */
export function redact(text: string): string {
  return text.replace(KEY_LIKE, "$1…");
}
