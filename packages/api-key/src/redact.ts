/**
 * What looks like a key. `_` may be percent-encoded, also twice.
 *
 * 1. Where a key starts: its prefix, or what damage or a cut has left of it before 20 characters.
 * 2. Less than a whole key, something foreign (a line break, a full stop), and the rest of it; or
 *    everything that can belong to a key, also as shortened in lists. Any character beyond ASCII is
 *    included, so that a look-alike or an invisible one does not end a key.
 *
 * Every repetition is bounded: the time is linear, and no text overflows the matcher's stack. One
 * literal, although it repeats itself: some minifiers change the backslashes of a pattern in a string.
 */
const KEY_LIKE =
  /(sinkove(?:_|%(?:25)?5f)(?:live|test)(?:_|%(?:25)?5f)|(?:(?:live|test)(?:_|%(?:25)?5f)|sinkove[^…]{0,12}?)(?=[0-9a-z]{20}))(?:[\w-]|[^\0-~…]|%\w\w){1,37}(?:[^\w…]{1,9}[0-9a-z]{16,38}|(?:[\w-]|[^\0-~…]|%\w\w){0,999}(?:…\w{0,9})?)/gi;

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
