import { readTarget } from "@sinkove/api";
import { headerOf } from "../http.ts";
import { headersForPrism, isBodiless } from "../prism/prism-request.ts";
import { createPrismValidators, type PrismValidators } from "../prism/prism-validators.ts";
import { withoutVersion } from "../versions.ts";
import type { Engine, GivenResponse, SentRequest } from "./engine.ts";
import { essenceOf } from "./media-type.ts";

/** Creates an engine with Prism's validators for a document. @throws if Prism cannot read the document */
export async function createPrismEngine(document: object): Promise<Engine> {
  const validators = await createPrismValidators(document);
  return {
    name: "prism",
    judgeRequest: (operationId, request) => judgeRequest(validators, operationId, request),
    judgeResponse: (operationId, response, { method }) => {
      const { status, headers } = response;
      const parsed = parse(response);
      if (!parsed) return [{ pointer: "/body", detail: "is not JSON", keyword: "json" }];
      const violations = validators.response(operationId, { status, headers, ...parsed });
      if (method !== "HEAD") return violations;
      return violations.filter(({ pointer }) => !pointer.startsWith("/body"));
    },
  };
}

function judgeRequest(
  validators: PrismValidators,
  operationId: string,
  { method, url, headers, body }: SentRequest,
) {
  const { pathname, search } = readTarget(url);
  return validators.request(operationId, {
    method: method === "HEAD" ? "GET" : method,
    path: withoutVersion(pathname),
    query: new URLSearchParams(search),
    headers: headersForPrism({ method, headers }),
    // The API has accepted the body, so it is JSON.
    body: body === undefined || isBodiless(method) ? undefined : JSON.parse(body),
  });
}

function parse(response: GivenResponse): { body: unknown } | undefined {
  const { body } = response;
  if (body === undefined || body === "") return { body: undefined };
  if (!essenceOf(headerOf(response, "content-type"))?.endsWith("json")) return { body };
  try {
    return { body: JSON.parse(body) };
  } catch {
    return undefined;
  }
}
