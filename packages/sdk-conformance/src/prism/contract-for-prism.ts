/**
 * Adapts the contract to Prism. This is the only place where the repository works around it:
 *
 * - Prism ignores the path of a server, so `/v1/me` has to be a path of the document (stoplightio/prism#1591).
 * - Prism sends every header that a response declares. The `Link` of an example points to the same page, so a client
 *   that follows it never ends; the `Content-Length` of an example does not match the body.
 *
 * Not worked around: HEAD gets a 405 unless a path declares it, and `prism proxy` corrupts ZIP archives
 * (stoplightio/prism#1321).
 */
export function contractForPrism(contract: Contract): Contract {
  const responses = Object.entries(contract.components.responses).map(([name, response]) => [
    name,
    { ...response, headers: withoutExamplesThatLie(response.headers) },
  ]);
  const versioned = Object.entries(contract.paths).map(([path, item]) => [`/v1${path}`, item]);
  return {
    ...contract,
    paths: { ...contract.paths, ...Object.fromEntries(versioned) },
    components: { ...contract.components, responses: Object.fromEntries(responses) },
  };
}

/** The parts of the contract's bundle that are changed. */
export interface Contract {
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

interface Response {
  readonly headers?: Readonly<Record<string, unknown>>;
}

function withoutExamplesThatLie(headers: Response["headers"] = {}): Response["headers"] {
  const { Link, "Content-Length": _, ...others } = headers;
  return others;
}
