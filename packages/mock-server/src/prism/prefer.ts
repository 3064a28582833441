/** Selects one of the contract's examples. */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic?: boolean;
}

/** A parsed `Prefer` header, with a part that is not a known preference, if any. */
export interface ReadPreference extends Preference {
  readonly misunderstood?: string;
}

/** Preferences that HTTP defines (RFC 7240, section 4). A server may ignore them. */
const STANDARD: ReadonlySet<string> = new Set(["return", "respond-async", "wait", "handling"]);

/** Parses a `Prefer` header (RFC 7240), such as `code=404, example=DatasetNotFound, dynamic=true`. */
export function readPrefer(header: string | null): ReadPreference {
  const parts = (header ?? "").split(/[,;]/).map((part) => part.trim());
  const read = parts.filter((part) => part !== "").map(readPart);
  // If a preference is repeated, the first one counts (RFC 7240, section 2).
  return Object.assign({}, ...read.toReversed());
}

function readPart(part: string): ReadPreference {
  const [name = "", sent = ""] = part.split(/\s*=\s*/, 2);
  const value = sent.replace(/^"(.*)"$/, "$1");
  switch (name.toLowerCase()) {
    case "code":
      return /^[1-5]\d\d$/.test(value) ? { code: Number(value) } : { misunderstood: part };
    case "example":
      return value === "" ? { misunderstood: part } : { example: value };
    case "dynamic":
      return /^(true|false)$/.test(value) ? { dynamic: value === "true" } : { misunderstood: part };
    default:
      return STANDARD.has(name.toLowerCase()) ? {} : { misunderstood: part };
  }
}

/** Whether a client asks for an example instead of the API's response, or tries to with an unknown preference. */
export function prefersExample(headers: Pick<Headers, "get">): boolean {
  const header = headers.get("prefer");
  if (header === null) return false;
  const { code, example, dynamic, misunderstood } = readPrefer(header);
  return (code ?? example ?? misunderstood) !== undefined || dynamic === true;
}
