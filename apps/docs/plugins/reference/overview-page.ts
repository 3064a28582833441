import { operationAddress } from "./address.ts";
import { contract, operations } from "./contract-document.ts";
import { frontMatter, prose } from "./mdx.ts";

/** The first page of the reference, as MDX: what holds for all operations. */
export function overviewPage(): string {
  const { info, servers, tags, components } = contract;
  return [
    frontMatter({
      title: "API reference",
      slug: "/reference",
      description: "Every operation of the Sinkove API, from its OpenAPI document.",
      sidebar_label: "Overview",
    }),
    `Version ${info.version}. These pages are made from the API's contract, an OpenAPI 3.1 document: [openapi.json](pathname:///openapi.json).`,
    prose(info.description),
    "## Servers",
    ...servers
      .map(({ url, description }) => `- \`${url}\`: ${prose(description)}`)
      .join("\n")
      .split("\n\n"),
    "## Authentication",
    prose(components.securitySchemes.apiKey.description),
    "The [authentication guide](/authentication) shows every step.",
    "## Scopes",
    scopes(),
    "## Operations",
    ...tags.flatMap(({ name, description }) => [
      `### ${name}`,
      prose(description),
      operationsOf(name),
    ]),
    "## Response headers",
    "Those that a response can carry; each operation lists its own.",
    ...headers(),
  ].join("\n\n");
}

function scopes(): string {
  const meanings = Object.entries(contract.components.schemas.Scope?.["x-enumDescriptions"] ?? {});
  const rows = meanings.map(([name, meaning]) => `| \`${name}\` | ${prose(meaning)} |`);
  return ["| scope | allows |", "|---|---|", ...rows].join("\n");
}

function operationsOf(tag: string): string {
  const rows = operations
    .filter(({ operation }) => operation.tags[0] === tag)
    .map(({ method, path, operation: { operationId, summary } }) => {
      return `| [${prose(summary)}](${operationAddress(operationId)}) | \`${method} ${path}\` |`;
    });
  return ["| operation | request |", "|---|---|", ...rows].join("\n");
}

function headers(): string[] {
  const used = new Map<string, string>();
  for (const { headers = {} } of Object.values(contract.components.responses)) {
    for (const [name, { $ref }] of Object.entries(headers)) used.set(name, $ref);
  }
  return [...used].flatMap(([name, reference]) => {
    const header = contract.components.headers[reference.slice(reference.lastIndexOf("/") + 1)];
    if (header === undefined) return [];
    return [
      `### \`${name}\` {/* #${name.toLowerCase()} */}`,
      `${prose(header.description)} Example: \`${header.example}\`.`,
    ];
  });
}
