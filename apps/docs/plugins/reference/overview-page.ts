import { resolve, type SecurityScheme } from "@sinkove/openapi/document";
import { operationAddress } from "./address.ts";
import { contract, meaningsOf } from "./contract.ts";
import { frontMatter, prose } from "./mdx.ts";

/** Returns the first page of the reference as MDX: the rules that apply to all operations. */
export function overviewPage(): string {
  const { info = {}, servers = [], tags = [] } = contract.document;
  return [
    frontMatter({
      title: "API reference",
      slug: "/reference",
      description: "Every operation of the Sinkove API, from its OpenAPI document.",
      sidebar_label: "Overview",
    }),
    `Version ${info.version}. These pages are made from the API's contract, an OpenAPI 3.1 document.`,
    "Download it, or a collection of all requests for your API client:",
    [
      "- [OpenAPI document](pathname:///openapi.json)",
      "- [Postman collection](pathname:///sinkove.postman_collection.json): import it, then set the variable `apiKey`",
      "- [Bruno collection](pathname:///sinkove.bruno.json): import it, then set `apiKey` in the environment **Sinkove**",
    ].join("\n"),
    prose(info.description ?? ""),
    "## Servers",
    ...servers
      .map(({ url, description }) => `- \`${url}\`: ${prose(description ?? "")}`)
      .join("\n")
      .split("\n\n"),
    "## Authentication",
    "### API key",
    prose(schemeOf("apiKey").description ?? ""),
    "The [authentication guide](/authentication) shows every step.",
    "### Session",
    prose(schemeOf("session").description ?? ""),
    "## Scopes",
    "A scope allows an API key to call some operations. In an organization, the role of the key's account must allow the scope too.",
    scopes(),
    "## Roles",
    "A role says what a person, and that person's API keys, can do in an organization.",
    roles(),
    "## Operations",
    ...tags.flatMap(({ name, description }) => [
      `### ${name}`,
      prose(description ?? ""),
      operationsOf(name),
    ]),
    "## Response headers",
    "Each operation lists the headers of its responses.",
    ...headers(),
  ].join("\n\n");
}

function scopes(): string {
  const meanings = Object.entries(meaningsOf("Scope"));
  const rows = meanings.map(([name, meaning]) => `| \`${name}\` | ${prose(meaning)} |`);
  return ["| scope | allows |", "|---|---|", ...rows].join("\n");
}

function roles(): string {
  const meanings = meaningsOf("MemberRole");
  const rows = Object.entries(contract.roles).map(([name, given]) => {
    const list = given.map((scope) => `\`${scope}\``).join(", ");
    return `| \`${name}\` | ${prose(meanings[name] ?? "")} | ${list} |`;
  });
  return ["| role | allows | scopes |", "|---|---|---|", ...rows].join("\n");
}

function operationsOf(tag: string): string {
  const rows = contract.operations
    .filter((operation) => operation.tag === tag)
    .map(({ id, method, path, summary }) => {
      return `| [${prose(summary)}](${operationAddress(id)}) | \`${method} ${path}\` |`;
    });
  return ["| operation | request |", "|---|---|", ...rows].join("\n");
}

function headers(): string[] {
  const all = contract.operations.flatMap(({ responses }) => responses).flatMap((r) => r.headers);
  const used = new Map(all.map((header) => [header.name, header]));
  return [...used.values()].flatMap(({ name, description, example }) => [
    `### \`${name}\` {/* #${name.toLowerCase()} */}`,
    `${prose(description)} Example: \`${example}\`.`,
  ]);
}

function schemeOf(name: "apiKey" | "session"): SecurityScheme {
  const $ref = `#/components/securitySchemes/${name}`;
  return resolve<SecurityScheme>(contract.document, { $ref });
}
