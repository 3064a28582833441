import type { OperationId, Violation } from "@sinkove/contract";
import { validateResponse } from "@sinkove/contract/validators";
import { headerOf } from "../http.ts";
import type { Engine, GivenResponse } from "./engine.ts";
import { essenceOf, judgeMediaType } from "./media-type.ts";

/** The engine with the contract's precompiled validators. The API validates requests with the same validators. */
export const fastEngine: Engine = {
  name: "fast",
  judgeRequest: () => [],
  judgeResponse: (operationId, response, { method }) => {
    const violations = judgeResponse(operationId, response);
    if (method !== "HEAD") return violations;
    return violations.filter(({ pointer }) => !pointer.startsWith("/body"));
  },
};

function judgeResponse(operationId: OperationId, response: GivenResponse): Violation[] {
  const { status } = response;
  const mediaType = essenceOf(headerOf(response, "content-type"));
  const parsed = parse(response, mediaType);
  if ("unparsable" in parsed) return [parsed.unparsable];
  const headers = Object.entries(response.headers);
  const violations = validateResponse(operationId, { status, headers, body: parsed.body });
  if (violations.some(({ pointer }) => pointer === "/status")) return violations;
  return [...violations, ...judgeMediaType(operationId, { status, mediaType })];
}

function parse({ body }: GivenResponse, mediaType: string | undefined) {
  if (body === undefined || body === "") return { body: undefined };
  if (!mediaType?.endsWith("json")) return { body: undefined };
  try {
    const value: unknown = JSON.parse(body);
    return { body: value };
  } catch {
    return { unparsable: { pointer: "/body", detail: "is not JSON", keyword: "json" } };
  }
}
