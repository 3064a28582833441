/** Reads bytes of a file from `start` up to, but not including, `end`. */
export type ReadBytes = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

/** Thrown if the archive cannot be read in parts. The message says what to do. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/** Reads parts of a file at a URL with HTTP range requests (RFC 9110), one for each part. */
export function rangeReader(url: string, fetchPart: typeof fetch = fetch): ReadBytes {
  return async (start, end) => {
    const headers = { Range: `bytes=${start}-${end - 1}` };
    const response = await fetchPart(url, { headers, credentials: "omit", cache: "no-store" });
    if (response.status !== 206) {
      // The response may be the whole file, so cancel it.
      await response.body?.cancel();
      throw new ArchiveError(statusText(response.status));
    }
    return new Uint8Array(await response.arrayBuffer());
  };
}

function statusText(status: number): string {
  if (status === 200) {
    return "The server does not send parts of the archive. Download it to see the images.";
  }
  if (status === 410) return "The download link has expired. Try again to get a new one.";
  return `The server answered with the status ${status}. Try again, or download the archive.`;
}
