import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { contract } from "../plugins/reference/contract.ts";
import { errorCodes } from "../plugins/reference/error-page.ts";
import { buildFolder } from "./built-site.mts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The Markdown twins: what the pages say, without their mark-up. */
const pages = globSync("**/*.md", { cwd: buildFolder }).map((file) => ({
  file,
  text: readFileSync(path.join(buildFolder, file), "utf8"),
}));

/** Where programs of ours read their environment. */
const readers = [
  { files: "apps/server/src/configuration.ts", pattern: /\bread\("([A-Z_]+)"/g },
  // The AWS SDK reads more of them; these are the ones that the server itself looks at or speaks of.
  { files: "apps/server/src/archives/*.ts", pattern: /\b(AWS_[A-Z0-9_]+)\b/g },
  { files: "packages/sdk/src/**/*.ts", pattern: /readEnvironment\("([A-Z_]+)"\)/g },
  {
    files: "packages/sdk-python/src/sinkove/*.py",
    pattern: /(?:environ\.get|_environment)\((?:"[A-Z_]+", )*"([A-Z_]+)"/g,
  },
  { files: "packages/mock-server/src/**/*.ts", pattern: /process\.env\.([A-Z_]+)/g },
  {
    files: "packages/mock-server/src/**/*.ts",
    pattern: /\b(SINKOVE_[A-Z_]+)\b(?=[^\n]*\} = process\.env)/g,
  },
  { files: "packages/mock-server/src/**/*.ts", pattern: /_VARIABLE = "([A-Z_]+)"/g },
];

const variables = new Set(
  readers.flatMap(({ files, pattern }) =>
    globSync(files, { cwd: root }).flatMap((file) =>
      [...readFileSync(path.join(root, file), "utf8").matchAll(pattern)].map(
        ([, name = ""]) => name,
      ),
    ),
  ),
);

test("each environment variable that a program of ours reads is documented", () => {
  expect(variables.size).toBeGreaterThan(10);
  for (const name of variables) {
    expect(
      pages.some(({ text }) => text.includes(`\`${name}\``)),
      name,
    ).toBe(true);
  }
});

/** What the AWS SDK reads, by its own source, and what the server reads beside it. */
const awsSources = globSync("node_modules/{@aws-sdk,@smithy}/*/dist-cjs/**/*.js", { cwd: root });
const awsVariables = new Set([
  ...variables,
  ...awsSources.flatMap(
    (file) => readFileSync(path.join(root, file), "utf8").match(/\bAWS_[A-Z0-9_]+\b/g) ?? [],
  ),
]);

test("no variable of AWS is documented that neither its SDK nor the server reads", () => {
  for (const { file, text } of pages) {
    for (const [name] of text.matchAll(/\bAWS_[A-Z0-9_]+\b/g))
      expect(awsVariables, file).toContain(name);
  }
});

test("no environment variable is documented that nothing reads", () => {
  for (const { file, text } of pages) {
    for (const [name] of text.matchAll(/\bSINKOVE_[A-Z_]+\b/g))
      expect(variables, file).toContain(name);
  }
});

test("no scope is spoken of that the contract does not have", () => {
  const scopes = contract.schemas.Scope?.enum ?? [];
  for (const { file, text } of pages) {
    for (const [scope] of text.matchAll(/\b[a-z_]+:(?:read|write)\b/g))
      expect(scopes, file).toContain(scope);
  }
});

/** Codes in the pages that are not the API's: the SDKs' own, and examples of what is wrong. */
const otherCodes = [
  "CHECKSUM_MISMATCH",
  "DATASET_FAILED",
  "FILE_EXISTS",
  "FILE_NOT_FOUND",
  "INVALID_METADATA",
  "NOT_WRITTEN",
  "UNSAFE_ARCHIVE",
  "CONNECTION_FAILED",
  "INVALID_ARGUMENT",
  "UNREADABLE_RESPONSE",
  "WEBHOOK_BODY_INVALID",
  "WEBHOOK_HEADERS_MISSING",
  "WEBHOOK_SIGNATURE_MISMATCH",
  "WEBHOOK_TOO_NEW",
  "WEBHOOK_TOO_OLD",
];

/** Read by the runtimes, not by programs of ours. */
const runtimeVariables = ["HTTPS_PROXY"];

test("no error code is spoken of that nothing gives", () => {
  const known = new Set([...errorCodes, ...otherCodes, ...awsVariables, ...runtimeVariables]);
  for (const { file, text } of pages) {
    const prose = text.replace(/```[\s\S]*?```/g, "");
    for (const [, code = ""] of prose.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g))
      expect(known, file).toContain(code);
  }
});

test("each example of the contract is on a page", () => {
  // What is sent to receivers is no operation, and has no page in the reference.
  const sent = JSON.stringify(contract.document.webhooks ?? {});
  for (const name of Object.keys(contract.document.components?.examples ?? {})) {
    if (sent.includes(`#/components/examples/${name}"`)) continue;
    expect(
      pages.some(({ text }) => text.includes(`(\`${name}\`)`)),
      name,
    ).toBe(true);
  }
});
