/**
 * Matches text that looks like a key. `_` may be percent-encoded once or twice.
 *
 * 1. The start of a key: its prefix, or a damaged or truncated prefix before at least 20 characters.
 * 2. Either a part of a key, other characters (a line break, a full stop) and the rest of the key, or all characters
 *    that can belong to a key, including keys that are shortened in lists. All characters beyond ASCII count, so that
 *    look-alikes and invisible characters do not end a key.
 *
 * Every repetition is bounded, so matching takes linear time and does not overflow the stack. The pattern is a single
 * literal, although parts repeat, because some minifiers change the backslashes of a pattern in a string.
 */
const KEY_LIKE =
  /(sinkove(?:_|%(?:25)?5f)(?:live|test)(?:_|%(?:25)?5f)|(?:(?:live|test)(?:_|%(?:25)?5f)|sinkove[^…]{0,12}?)(?=[0-9a-z]{20}))(?:[\w-]|[^\0-~…]|%\w\w){1,37}(?:[^\w…]{1,9}[0-9a-z]{16,38}|(?:[\w-]|[^\0-~…]|%\w\w){0,999}(?:…\w{0,9})?)/gi;

/**
 * Redacts everything in a text that looks like an API key, as `sinkove_test_…`. This includes keys that are truncated,
 * damaged, in another case or percent-encoded; in case of doubt, it redacts. It cannot recognize a piece of a key
 * without any of the prefix before it. Redacting twice changes nothing. Takes linear time.
 *
 * @example
 * logger.info(redact(`GET ${url} failed: ${error}`));
 */
export function redact(text: string): string {
  return text.replace(KEY_LIKE, "$1…");
}
