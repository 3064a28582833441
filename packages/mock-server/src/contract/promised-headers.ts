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

/** Headers that describe the body. Their examples would contradict the actual body. */
const describing = ["Content-Length"];

/**
 * Copies a contract and keeps only the required response headers. Prism sends every declared header, and a client
 * would follow an example's `Link` to the next page forever.
 */
export function promisedHeadersOnly(document: Document): Document {
  const copy = structuredClone(document);
  for (const response of responsesIn(copy)) keepPromised(response, copy);
  return copy;
}

function responsesIn({ paths = {}, components = {} }: Document): Response[] {
  // The document was validated, so each section of components has the type that its name implies.
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
