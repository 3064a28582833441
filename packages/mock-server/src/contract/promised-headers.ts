import { type Document, type Header, type Response, resolve } from "@sinkove/openapi/document";

/** Headers that describe a body, which examples of them would contradict. */
const describing = ["Content-Length"];

/**
 * A copy of the contract whose responses have only the headers that are always there. Prism sends every header
 * that is declared, and a client would follow the `Link` of an example to a next page for ever.
 */
export function promisedHeadersOnly(document: Document): Document {
  const { components = {} } = document;
  const responses = Object.entries(components.responses ?? {}).map(([name, response]) => [
    name,
    // A boundary: components are what their section says.
    withPromisedHeaders(document, response as Response),
  ]);
  return {
    ...structuredClone(document),
    components: { ...structuredClone(components), responses: Object.fromEntries(responses) },
  };
}

function withPromisedHeaders(document: Document, response: Response): Response {
  const kept = Object.entries(response.headers ?? {}).filter(
    ([name, header]) => resolve<Header>(document, header).required && !describing.includes(name),
  );
  return { ...structuredClone(response), headers: Object.fromEntries(kept) };
}
