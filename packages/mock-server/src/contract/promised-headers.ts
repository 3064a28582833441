import {
  type Document,
  type Header,
  isReference,
  methods,
  type PathItem,
  type Reference,
  type Response,
  resolve,
} from "@sinkove/openapi/document";

/** Headers that describe a body, which examples of them would contradict. */
const describing = ["Content-Length"];

/**
 * A copy of the contract whose responses have only the headers that are always there. Prism sends every header
 * that is declared, and a client would follow the `Link` of an example to a next page for ever.
 */
export function promisedHeadersOnly(document: Document): Document {
  const copy = structuredClone(document);
  for (const response of responsesIn(copy)) keepPromised(response, copy);
  return copy;
}

function responsesIn({ paths = {}, components = {} }: Document): Response[] {
  // A boundary: components are what their section says.
  const shared = components as Readonly<Record<string, Record<string, unknown>>>;
  const items = [...Object.values(paths), ...Object.values(shared.pathItems ?? {})] as PathItem[];
  const inline = items.flatMap((item) =>
    methods.flatMap((method) => Object.values(item[method]?.responses ?? {})),
  );
  const all = [...inline, ...Object.values(shared.responses ?? {})] as (Response | Reference)[];
  return all.filter((response): response is Response => !isReference(response));
}

function keepPromised(response: Response, document: Document): void {
  const kept = Object.entries(response.headers ?? {}).filter(
    ([name, header]) => resolve<Header>(document, header).required && !describing.includes(name),
  );
  if (response.headers) Object.assign(response, { headers: Object.fromEntries(kept) });
}
