/** What a client prefers among the contract's examples. */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic?: true;
}

/** Reads `Prefer: code=404, example=DatasetNotFound, dynamic=true` (RFC 7240); other preferences are let be. */
export function readPrefer(header: string | null): Preference {
  if (header === null) return {};
  const pairs = header.split(/[,;]/).map((part) => part.trim().split(/\s*=\s*/, 2));
  const { code, example, dynamic } = Object.fromEntries(
    pairs.map(([name = "", value = ""]) => [name.toLowerCase(), value.replace(/^"(.*)"$/, "$1")]),
  );
  return {
    ...(/^\d{3}$/.test(code ?? "") ? { code: Number(code) } : {}),
    ...(example ? { example } : {}),
    ...(dynamic === "true" ? { dynamic: true } : {}),
  };
}

/** Whether a client asks for an example instead of what is true. */
export function prefersExample(headers: Pick<Headers, "get">): boolean {
  const header = headers.get("prefer");
  return header !== null && Object.keys(readPrefer(header)).length > 0;
}
