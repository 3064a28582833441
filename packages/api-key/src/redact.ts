// `_`, also percent-encoded, also twice.
const SEPARATOR = "(?:_|%(?:25)?5f)";
const ENVIRONMENT = `(?:live|test)${SEPARATOR}`;

// Any character beyond ASCII too, so that a look-alike or an invisible one does not end a key.
const INSIDE = "(?:[\\w-]|[^\\0-~…]|%\\w\\w)";

/**
 * 1. Where a key starts: its prefix, or what damage or a cut has left of it before 20 characters.
 * 2. Less than a whole key, something foreign (a line break, a full stop), and the rest of it;
 *    or else all that can belong to a key, also as shortened in lists.
 * Every repetition is bounded: the time is linear, and no text overflows the matcher's stack.
 */
const KEY_LIKE: RegExp = /* @__PURE__ */ new RegExp(
  `(sinkove${SEPARATOR}${ENVIRONMENT}|(?:${ENVIRONMENT}|sinkove[^…]{0,12}?)(?=[0-9a-z]{20}))` +
    `${INSIDE}{1,37}(?:[^\\w…]{1,9}[0-9a-z]{16,38}|${INSIDE}{0,999}(?:…\\w{0,9})?)`,
  "gi",
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
