import type { ContractOperation } from "@sinkove/openapi/contract";
import { operationAddress } from "./address.ts";
import { meaningsOf } from "./contract.ts";
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
export function operationPage(operation: ContractOperation): string {
  const { id, method, path, summary } = operation;
  return [
    frontMatter({
      title: summary,
      slug: operationAddress(id),
      description: `${method} ${path}: ${summary}.`,
      sidebar_label: summary,
      sidebar_class_name: `method method-${method.toLowerCase()}`,
    }),
    'import { Endpoint, Errors, Members, Parameters } from "@site/src/components/reference";',
    element("Endpoint", {
      operationId: id,
      method,
      path,
      schemes: operation.schemes,
      scopes: scopesOf(operation.scopes),
    }),
    prose(operation.description),
    exampleOf(operation),
    ...parametersSection(operation),
    ...bodySection(operation),
    ...viewSuccesses(operation).flatMap(successSection),
    "## Errors",
    "Each is [`application/problem+json`](/reference/schemas#problem) with a `code`.",
    element("Errors", { of: viewErrors(operation) }),
  ].join("\n\n");
}

/** A program cannot do what is for people: the console does it. */
function exampleOf(operation: ContractOperation): string {
  const { schemes, isPublic, securityReason = "" } = operation;
  if (isPublic || schemes.includes("apiKey"))
    return element("Example", { samples: sampleOperation(operation) });
  return [
    ":::info[For people]",
    `${prose(securityReason)} Only a person who is signed in can do this; the response to an API key is a 403. [Do it in the console](/guides/console).`,
    ":::",
  ].join("\n\n");
}

function scopesOf(names: readonly string[]) {
  const meanings = meaningsOf("Scope");
  return names.map((name) => ({ name, meaning: meanings[name] ?? "" }));
}

function parametersSection(operation: ContractOperation): string[] {
  const parameters = viewParameters(operation);
  if (parameters.length === 0) return [];
  return ["## Parameters", element("Parameters", { of: parameters })];
}

function bodySection(operation: ContractOperation): string[] {
  const body = viewRequestBody(operation);
  if (body === undefined) return [];
  const need = operation.body?.required ? "" : " May be left out.";
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
