import type { ContractOperation } from "@sinkove/openapi/contract";
import { operationAddress } from "./address.ts";
import { meaningsOf } from "./contract.ts";
import { viewForm } from "./form-view.ts";
import { codeBlock, element, frontMatter, prose } from "./mdx.ts";
import {
  type ExampleView,
  type SuccessView,
  viewErrors,
  viewParameters,
  viewRequestBody,
  viewSuccesses,
} from "./operation-view.ts";
import { sampleOperation, WITHOUT_SAMPLE } from "./samples.ts";

/** Returns the page of an operation, as MDX. */
export function operationPage(operation: ContractOperation): string {
  const { id, method, path, summary } = operation;
  const successes = viewSuccesses(operation);
  return [
    frontMatter({
      title: summary,
      slug: operationAddress(id),
      description: `${method} ${path}: ${summary}.`,
      sidebar_label: summary,
      sidebar_class_name: `method method-${method.toLowerCase()}`,
      hide_table_of_contents: true,
    }),
    'import { Endpoint, Errors, Members, Parameters, ResponseExample } from "@site/src/components/reference";',
    'import { Static } from "@site/src/components/static/static.tsx";',
    '<div className="operation">',
    '<div className="operation-intro">',
    element("Endpoint", {
      operationId: id,
      method,
      path,
      schemes: operation.schemes,
      scopes: scopesOf(operation.scopes),
    }),
    ...(operation.isDeprecated
      ? [
          ":::warning[Deprecated]",
          "This operation will be removed. Do not use it in new programs.",
          ":::",
        ]
      : []),
    prose(operation.description),
    "</div>",
    '<div className="operation-side">',
    exampleOf(operation),
    "## Example responses",
    '<Static className="operation-responses">',
    ...successes.flatMap(({ status, body }) => responseExamples(status, body?.examples ?? [])),
    "</Static>",
    "</div>",
    '<Static className="operation-fields">',
    ...parametersSection(operation),
    ...bodySection(operation),
    ...successes.flatMap(successSection),
    "## Errors",
    "Each error is an [`application/problem+json`](/reference/schemas#problem) document with a `code`.",
    element("Errors", { of: viewErrors(operation) }),
    "</Static>",
    "</div>",
  ].join("\n\n");
}

/** Returns the examples of a response. The first one is open. */
function responseExamples(status: string, list: readonly ExampleView[]): string[] {
  return list.flatMap(({ name, summary, value }, index) => [
    element("ResponseExample", { status, name, summary, isOpen: index === 0 }).replace(" />", ">"),
    codeBlock("json", value),
    "</ResponseExample>",
  ]);
}

/** Returns the samples of an operation, or a note if it has none: how to call it, or that only people can. */
function exampleOf(operation: ContractOperation): string {
  const { id, schemes, isPublic, securityReason = "" } = operation;
  const withoutSample = WITHOUT_SAMPLE[id];
  if (withoutSample) return [":::info[Without an SDK]", withoutSample, ":::"].join("\n\n");
  if (isPublic || schemes.includes("apiKey"))
    return element("Example", { samples: sampleOperation(operation), form: viewForm(operation) });
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
  const need = operation.body?.required ? "" : " Optional.";
  return [
    "## Request body",
    `${prose(body.schema?.description ?? "")} \`${body.mediaType}\`.${need}`,
    ...(body.schema ? [element("Members", { of: body.schema, anchor: "body" })] : []),
    ...examples(body.examples),
  ];
}

function successSection({ status, description, headers, body }: SuccessView): string[] {
  const links = headers.map((name) => `[\`${name}\`](/reference#${name.toLowerCase()})`);
  return [
    `## Response ${status}`,
    `${prose(description)}${body ? ` \`${body.mediaType}\`.` : ""}`,
    `Headers: ${links.join(", ")}.`,
    ...(body?.schema
      ? [element("Members", { of: body.schema, anchor: `response-${status}` })]
      : []),
  ];
}

function examples(list: readonly ExampleView[]): string[] {
  return list.flatMap(({ name, summary, value }) => [
    `**${prose(summary)}** (\`${name}\`)`,
    codeBlock("json", value),
  ]);
}
