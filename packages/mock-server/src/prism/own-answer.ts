import { readTarget } from "@sinkove/api";
import { redact } from "@sinkove/api-key";
import type { Document } from "@sinkove/openapi/document";
import { essenceOf } from "../engines/media-type.ts";
import { headerOf, type MockRequest } from "../http.ts";
import type { PrismAnswer } from "./prism.ts";

type Given = Extract<PrismAnswer, { readonly status: number }>;

/** The origin of the request, and the origins of the contract's servers. */
export interface Places {
  readonly origin: string;
  readonly servers: ReadonlySet<string>;
}

/** The origins of a contract's servers, without relative URLs and URLs with variables. */
export function serversOf({ servers = [] }: Document): ReadonlySet<string> {
  return new Set(
    servers.filter(({ url }) => URL.canParse(url)).map(({ url }) => new URL(url).origin),
  );
}

/**
 * Adapts an example to a request: URLs point to this server (a download's URL, for example), and the `instance` of a
 * problem is the requested path.
 */
export function ownedBy(answer: Given, request: MockRequest, places: Places): Given {
  const body = withOwnUrls(answer.body, places);
  const isProblem = essenceOf(headerOf(answer, "content-type")) === "application/problem+json";
  if (!isProblem || typeof body !== "object" || body === null || !("instance" in body)) {
    return { ...answer, body };
  }
  const instance = redact(readTarget(request.url).pathname);
  return { ...answer, body: { ...body, instance } };
}

function withOwnUrls(value: unknown, places: Places): unknown {
  if (typeof value === "string") return withOwnUrl(value, places);
  if (Array.isArray(value)) return value.map((item) => withOwnUrls(item, places));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    withOwnUrls(member, places),
  ]);
  return Object.fromEntries(members);
}

function withOwnUrl(text: string, { origin, servers }: Places): string {
  const [own] = /^https?:\/\/[^/?#]+(?=[/?#]|$)/i.exec(text) ?? [];
  return own !== undefined && servers.has(own.toLowerCase())
    ? origin + text.slice(own.length)
    : text;
}
