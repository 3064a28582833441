import { operationAddress } from "./address.ts";
import { contract, type LocatedOperation } from "./contract-document.ts";
import { codeBlock, element, frontMatter, prose } from "./mdx.ts";
import {
  type ExampleView,
  type SuccessView,
  viewErrors,
  viewParameters,
  viewRequestBody,
  viewSuccesses,
} from "./operation-view.ts";
import { sampleOperation } from "./samples.ts";

/** The page of an operation, as MDX. */
export function operationPage(located: LocatedOperation): string {
  const { operation, method, path } = located;
  const [requirement] = operation.security;
  return [
    frontMatter({
      title: operation.summary,
      slug: operationAddress(operation.operationId),
      description: `${method} ${path}: ${operation.summary}.`,
      sidebar_label: operation.summary,
      sidebar_class_name: `method method-${method.toLowerCase()}`,
    }),
    'import { Endpoint, Errors, Members, Parameters } from "@site/src/components/reference";',
    element("Endpoint", {
      operationId: operation.operationId,
      method,
      path,
      scopes: requirement && scopesOf(requirement.apiKey),
    }),
    prose(operation.description),
    element("Example", { samples: sampleOperation(located) }),
    ...parametersSection(located),
    ...bodySection(located),
    ...viewSuccesses(located).flatMap(successSection),
    "## Errors",
    "Each is [`application/problem+json`](/reference/schemas#problem) with a `code`.",
    element("Errors", { of: viewErrors(located) }),
  ].join("\n\n");
}

function scopesOf(names: readonly string[]) {
  const meanings = contract.components.schemas.Scope?.["x-enumDescriptions"] ?? {};
  return names.map((name) => ({ name, meaning: meanings[name] ?? "" }));
}

function parametersSection(located: LocatedOperation): string[] {
  const parameters = viewParameters(located);
  if (parameters.length === 0) return [];
  return ["## Parameters", element("Parameters", { of: parameters })];
}

function bodySection(located: LocatedOperation): string[] {
  const body = viewRequestBody(located);
  if (body === undefined) return [];
  const need = located.operation.requestBody?.required ? "" : " May be left out.";
  return [
    "## Request body",
    `${prose(body.schema?.description ?? "")} \`${body.mediaType}\`.${need}`,
    ...(body.schema ? [element("Members", { of: body.schema })] : []),
    ...examples(body.examples),
  ];
}

function successSection({ status, description, headers, body }: SuccessView): string[] {
  const links = headers.map((name) => `[\`${name}\`](/reference#${name.toLowerCase()})`);
  return [
    `## Response ${status}`,
    `${prose(description)}${body ? ` \`${body.mediaType}\`.` : ""}`,
    `Headers: ${links.join(", ")}.`,
    ...(body?.schema ? [element("Members", { of: body.schema })] : []),
    ...examples(body?.examples ?? []),
  ];
}

function examples(list: readonly ExampleView[]): string[] {
  return list.flatMap(({ name, summary, value }) => [
    `**${prose(summary)}** (\`${name}\`)`,
    codeBlock("json", value),
  ]);
}
