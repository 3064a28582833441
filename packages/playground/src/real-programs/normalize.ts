/**
 * Replaces values that differ between runs with placeholders: ids, keys, times, tokens, the API's URL, and the sizes of
 * archives, which contain ids. The rest has to be the same wherever a program runs.
 */
export function normalize(text: string, apiUrl: string): string {
  const path = new URL(apiUrl).pathname.replace(/\/$/, "");
  return text
    .replaceAll(apiUrl, "<api>")
    .replaceAll(new URL(apiUrl).origin, "<api>")
    .replaceAll(`"${path}/`, '"/')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "<id>")
    .replaceAll(/sinkove_(?:test|live)_\w+/g, "<key>")
    .replaceAll(/sinkove_invitation_\w+/g, "<token>")
    .replaceAll(/whsec_[\w+/]+=*/g, "<secret>")
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g, "<time>")
    .replaceAll(/\bdatetime\.datetime\([^)]*\)+/g, "<time>")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "<sha256>")
    .replaceAll(/(?<=downloads\/)[\w.-]+/g, "<token>")
    .replaceAll(/("?last4"?[:=] ?)['"]\w{4}['"]/g, "$1<last4>")
    .replaceAll(/(\bsize"?[:=] ?)\d+/g, "$1<size>")
    .replaceAll(/\b\d+(?= bytes)/g, "<size>")
    .replaceAll(/\r/g, "");
}
