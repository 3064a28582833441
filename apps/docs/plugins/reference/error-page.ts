import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Example } from "@sinkove/openapi/document";
import { errorAddress, kebab, operationAddress } from "./address.ts";
import { contract, meaningsOf } from "./contract.ts";
import { codeBlock, element, frontMatter, prose } from "./mdx.ts";

const folder = fileURLToPath(new URL("../../content/errors", import.meta.url));

/** Errors of requests that the Python SDK does not send. */
const withoutPython = new Set([
  "DATASET_EXPIRED",
  "DOWNLOAD_EXPIRED",
  "DOWNLOAD_NOT_FOUND",
  "DOWNLOAD_REVOKED",
  "INVALID_REQUEST",
  "METHOD_NOT_ALLOWED",
  "NOT_FOUND",
  "RANGE_NOT_SATISFIABLE",
  "UNSUPPORTED_MEDIA_TYPE",
]);

/** Errors that only a signed-in person can get. They have no example, because programs use an API key. */
export const codesOfSessions: ReadonlySet<string> = new Set([
  "INVALID_SESSION",
  "INVITATION_EXPIRED",
]);

/** Errors that do not belong to an operation. The contract has no examples of them. */
const outside = new Map([
  ["NOT_FOUND", { title: "Not found", status: 404 }],
  ["METHOD_NOT_ALLOWED", { title: "Method not allowed", status: 405 }],
]);

/** All error codes, in the contract's order. */
export const errorCodes: readonly string[] = (contract.schemas.ErrorCode?.enum ?? []).map(String);

interface Problem {
  readonly title: string;
  readonly status: number;
  readonly code: string;
}

/** Returns the page of an error code as MDX: facts from the contract, and text from `content/errors`. */
export function errorPage(code: string): string {
  const examples = examplesOf(code);
  const { title, status } = kindOf(code);
  const meaning = meaningOf(code);
  return [
    frontMatter({
      title,
      slug: errorAddress(code),
      description: `${code} (${status}): ${meaning}`,
      sidebar_label: code,
      sidebar_class_name: "code-label",
    }),
    'import { ErrorSummary } from "@site/src/components/reference";',
    element("ErrorSummary", { code, status }),
    prose(meaning),
    readFileSync(`${folder}/${kebab(code)}.md`, "utf8").trim(),
    ...seenIn(code),
    ...(examples.length > 0 ? ["## Example response"] : []),
    ...examples.flatMap(({ name, summary, problem }) => [
      `**${prose(summary)}** (\`${name}\`)`,
      codeBlock("json", JSON.stringify(problem, null, 2)),
    ]),
    "## Operations that return it",
    whereOf(code),
  ].join("\n\n");
}

function seenIn(code: string): string[] {
  if (codesOfSessions.has(code)) return [];
  const languages = withoutPython.has(code) ? ' languages="ts sh"' : "";
  return ["## Reproduce it", `<Example name="error-${kebab(code)}"${languages} />`];
}

/** Returns the list of all error codes as MDX. */
export function errorsOverview(): string {
  const rows = errorCodes.map((code) => {
    return `| [\`${code}\`](${errorAddress(code)}) | ${kindOf(code).status} | ${prose(meaningOf(code))} |`;
  });
  return [
    frontMatter({
      title: "Errors",
      slug: "/errors",
      description: "Every error code of the Sinkove API: what it means and how to fix it.",
      sidebar_label: "All codes",
    }),
    readFileSync(`${folder}/overview.md`, "utf8").trim(),
    "## All codes",
    ["| code | status | meaning |", "|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

function meaningOf(code: string): string {
  return meaningsOf("ErrorCode")[code] ?? "";
}

function kindOf(code: string): { readonly title: string; readonly status: number } {
  const kind = examplesOf(code)[0]?.problem ?? outside.get(code);
  if (kind === undefined) throw new Error(`The contract has no example of ${code}.`);
  return kind;
}

function examplesOf(code: string) {
  return Object.entries(contract.document.components?.examples ?? {}).flatMap(([name, example]) => {
    // This cast is safe: entries of `components.examples` are examples.
    const { summary = "", value } = example as Example;
    return isProblem(value) && value.code === code ? [{ name, summary, problem: value }] : [];
  });
}

function isProblem(value: unknown): value is Problem {
  // Logged requests also have a code and a status, but no type.
  return typeof value === "object" && value !== null && "type" in value && "code" in value;
}

function whereOf(code: string): string {
  const { operations } = contract;
  const places = operations.filter(({ responses }) =>
    responses.some(({ codes }) => codes.includes(code)),
  );
  const links = places.map(({ id }) => `[\`${id}\`](${operationAddress(id)})`);
  if (links.length === 0) return "Requests that match no operation.";
  return links.length === operations.length ? "Every operation." : `${links.join(", ")}.`;
}
