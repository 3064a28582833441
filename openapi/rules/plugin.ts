import { namedExamples, requestBodyClosed, requestBodyJson, responseOpen } from "./bodies.ts";
import { enumDescribed } from "./enums.ts";
import { componentFile, pathFile } from "./files.ts";
import { challengeHeader, rateLimitHeaders, requestIdHeader, retryAfterHeader } from "./headers.ts";
import { listArray, listLink, listParameters } from "./lists.ts";
import {
  errorCodeUsed,
  problemCodesNarrowed,
  problemExampleStatus,
  problemExamples,
  problemExampleType,
  problemMediaType,
} from "./problems.ts";
import { roleScopes } from "./roles.ts";
import { servers } from "./root.ts";
import {
  alternativeTyped,
  idFormat,
  schemaDescribed,
  schemaFinite,
  timestampFormat,
} from "./schemas.ts";
import { sdkArgument, sdkName } from "./sdk-names.ts";
import { scopeKnown, scopeUsed, securityRequirement } from "./security.ts";
import {
  memberName,
  methodKnown,
  parameterForm,
  pathForm,
  responseForm,
  sdkBody,
  sdkResponse,
} from "./shapes.ts";
import { idempotencyKey, requiredStatuses } from "./statuses.ts";
import { exceptWebhooks } from "./webhooks.ts";

/** House rules that need code. redocly.yaml switches them on, beside Redocly's built-in and configurable rules. */
// biome-ignore lint/style/noDefaultExport: Redocly takes a plugin's default export
export default function sinkove() {
  return {
    id: "sinkove",
    rules: {
      oas3: {
        servers,
        "sdk-name": exceptWebhooks(sdkName),
        "sdk-argument": sdkArgument,
        "sdk-body": exceptWebhooks(sdkBody),
        "sdk-response": exceptWebhooks(sdkResponse),
        "path-file": exceptWebhooks(pathFile),
        "path-form": exceptWebhooks(pathForm),
        method: exceptWebhooks(methodKnown),
        "parameter-form": exceptWebhooks(parameterForm),
        "response-form": exceptWebhooks(responseForm),
        "member-name": memberName,
        "component-file": componentFile,
        "security-requirement": securityRequirement,
        "scope-known": scopeKnown,
        "scope-used": scopeUsed,
        "role-scopes": roleScopes,
        "required-statuses": exceptWebhooks(requiredStatuses),
        "idempotency-key": exceptWebhooks(idempotencyKey),
        "request-id-header": exceptWebhooks(requestIdHeader),
        "rate-limit-headers": rateLimitHeaders,
        "challenge-header": challengeHeader,
        "retry-after-header": retryAfterHeader,
        "problem-media-type": exceptWebhooks(problemMediaType),
        "problem-codes": problemCodesNarrowed,
        "problem-examples": problemExamples,
        "problem-example-status": problemExampleStatus,
        "problem-example-type": problemExampleType,
        "error-code-used": errorCodeUsed,
        "enum-described": enumDescribed,
        "request-body-json": requestBodyJson,
        "request-body-closed": exceptWebhooks(requestBodyClosed),
        "response-open": responseOpen,
        "named-examples": namedExamples,
        "list-parameters": listParameters,
        "list-array": listArray,
        "list-link": listLink,
        "timestamp-format": timestampFormat,
        "id-format": idFormat,
        "schema-described": schemaDescribed,
        "schema-finite": schemaFinite,
        "alternative-typed": alternativeTyped,
      },
    },
  };
}
