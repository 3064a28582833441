import { ApiError } from "../http/problem.ts";

/**
 * Finds a public key of GitHub by its identifier.
 *
 * @returns the key in PEM; undefined if GitHub has no such key
 * @throws StoreUnavailableError if the keys cannot be read now
 */
export type FindGithubKey = (identifier: string) => Promise<string | undefined>;

/** What GitHub sends with a report. */
export interface SignedReport {
  readonly identifier: string;
  /** ASN.1 in base64. */
  readonly signature: string;
  readonly bytes: Uint8Array;
}

/**
 * Refuses a report that GitHub has not signed with ECDSA on P-256 and SHA-256 over the bytes of the body.
 *
 * @see GitHub's documentation, "Secret scanning partner program", section "Implement signature verification".
 * @throws ApiError INVALID_REQUEST
 */
export async function requireGithubSignature(
  { identifier, signature, bytes }: SignedReport,
  findKey: FindGithubKey | undefined,
): Promise<void> {
  if (!findKey)
    throw refused("This server takes no reports from GitHub: it has no keys of GitHub.");
  const pem = await findKey(identifier);
  if (pem === undefined) throw refused("GitHub has no public key with this identifier.");
  if (await isSigned(bytes, signature, pem)) return;
  throw refused(
    "The signature does not fit the body. Sign the bytes of the body as they are sent.",
  );
}

function refused(detail: string): ApiError {
  return new ApiError("INVALID_REQUEST", detail, { refusal: "signature" });
}

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

async function isSigned(bytes: Uint8Array, signature: string, pem: string): Promise<boolean> {
  const der = fromBase64(signature);
  const raw = der && toRawSignature(der);
  const spki = fromBase64(pem.replaceAll(/-----(?:BEGIN|END) PUBLIC KEY-----|\s/g, ""));
  if (!raw || !spki) return false;
  try {
    const key = await crypto.subtle.importKey("spki", spki, ECDSA, false, ["verify"]);
    return await crypto.subtle.verify(ECDSA, key, raw, new Uint8Array(bytes));
  } catch {
    // It is not a key of this curve.
    return false;
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** The length of each of the two numbers of a signature on P-256, in bytes. */
const SIZE = 32;

/**
 * Converts a SEQUENCE of two INTEGERs to the form that Web Crypto needs: the two numbers one after the other.
 *
 * @returns undefined for anything else
 * @see RFC 3279, section 2.2.3
 */
function toRawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const first = integerAt(der, 2);
  const second = first && integerAt(der, first.end);
  if (!first || !second || second.end !== der.length) return undefined;
  const raw = new Uint8Array(2 * SIZE);
  raw.set(first.digits, SIZE - first.digits.length);
  raw.set(second.digits, 2 * SIZE - second.digits.length);
  return raw;
}

function integerAt(der: Uint8Array, start: number) {
  const length = der[start + 1] ?? 0;
  const end = start + 2 + length;
  if (der[start] !== 0x02 || length === 0 || end > der.length) return undefined;
  const bytes = der.subarray(start + 2, end);
  // A zero in front keeps a number positive.
  const digits = bytes.subarray(bytes[0] === 0 ? 1 : 0);
  return digits.length <= SIZE ? { digits, end } : undefined;
}
