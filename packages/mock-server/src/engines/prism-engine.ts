import { headersForPrism, isBodiless } from "../prism/prism-request.ts";
import { createPrismValidators, type PrismValidators } from "../prism/prism-validators.ts";
import { withoutVersion } from "../router.ts";
import type { Engine, GivenResponse, SentRequest } from "./engine.ts";
import { essenceOf } from "./media-type.ts";

/** Prism's validators, for the contract or another document. @throws where Prism cannot read it */
export async function createPrismEngine(document: object): Promise<Engine> {
  const validators = await createPrismValidators(document);
  return {
    name: "prism",
    judgeRequest: async (operationId, request) => judgeRequest(validators, operationId, request),
    judgeResponse: async (operationId, response, { method }) => {
      const { status, headers } = response;
      const parsed = parse(response);
      if (!parsed) return [{ pointer: "/body", detail: "is no JSON", keyword: "json" }];
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
  return validators.request(operationId, {
    method: method === "HEAD" ? "GET" : method,
    path: withoutVersion(url.pathname),
    query: url.searchParams,
    headers: headersForPrism({ method, headers }),
    // The API has accepted it, so it is JSON.
    body: body === undefined || isBodiless(method) ? undefined : JSON.parse(body),
  });
}

function parse({ headers, body }: GivenResponse): { body: unknown } | undefined {
  if (body === undefined || body === "") return { body: undefined };
  if (!essenceOf(headers.get("content-type"))?.endsWith("json")) return { body };
  try {
    return { body: JSON.parse(body) };
  } catch {
    return undefined;
  }
}
