/** The parts of an OpenAPI document that are read here. */
interface Described {
  components: {
    headers: Record<string, { required?: boolean }>;
    responses: Record<string, { headers?: Record<string, { $ref: string }> }>;
  };
}

/** Headers that describe a body, which examples of them would contradict. */
const describing = ["Content-Length"];

/**
 * A copy of the contract whose responses have only the headers that are always there. Prism sends every header
 * that is declared, and a client would follow the `Link` of an example to a next page for ever.
 */
export function promisedHeadersOnly(document: object): object {
  const copy = structuredClone(document) as Described;
  for (const response of Object.values(copy.components.responses)) {
    const kept = Object.entries(response.headers ?? {}).filter(([name, { $ref }]) => {
      const header = copy.components.headers[$ref.slice($ref.lastIndexOf("/") + 1)];
      return header?.required && !describing.includes(name);
    });
    response.headers = Object.fromEntries(kept);
  }
  return copy;
}
