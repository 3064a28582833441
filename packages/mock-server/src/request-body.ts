/** The largest body that the API takes, in bytes (1 MiB). */
export const MAX_BODY_BYTES = 1_048_576;

/** The text of a request's body; undefined as soon as it is larger than the API takes. */
export async function readBody(request: Request): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
