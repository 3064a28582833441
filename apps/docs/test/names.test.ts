import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { contract } from "../plugins/reference/contract.ts";
import { errorCodes } from "../plugins/reference/error-page.ts";
import { buildFolder } from "./built-site.mts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The Markdown twins, which contain the text of the pages without mark-up. */
const pages = globSync("**/*.md", { cwd: buildFolder }).map((file) => ({
  file,
  text: readFileSync(path.join(buildFolder, file), "utf8"),
}));

/** The files in which our programs read environment variables. */
const readers = [
  { files: "apps/server/src/configuration.ts", pattern: /\bread\("([A-Z_]+)"/g },
  // The AWS SDK reads further variables. The server reads or mentions these.
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

/** Reads the variables of the AWS SDK from its source code. */
const awsSources = globSync("node_modules/{@aws-sdk,@smithy}/*/dist-cjs/**/*.js", { cwd: root });
const awsVariables = new Set([
  ...variables,
  ...awsSources.flatMap(
    (file) => readFileSync(path.join(root, file), "utf8").match(/\bAWS_[A-Z0-9_]+\b/g) ?? [],
  ),
]);

test("every documented AWS variable is read by the AWS SDK or the server", () => {
  for (const { file, text } of pages) {
    for (const [name] of text.matchAll(/\bAWS_[A-Z0-9_]+\b/g))
      expect(awsVariables, file).toContain(name);
  }
});

test("every documented environment variable is read", () => {
  for (const { file, text } of pages) {
    for (const [name] of text.matchAll(/\bSINKOVE_[A-Z_]+\b/g))
      expect(variables, file).toContain(name);
  }
});

test("every documented scope is in the contract", () => {
  const scopes = contract.schemas.Scope?.enum ?? [];
  for (const { file, text } of pages) {
    for (const [scope] of text.matchAll(/\b[a-z_]+:(?:read|write)\b/g))
      expect(scopes, file).toContain(scope);
  }
});

/** Codes on the pages that are not API error codes, such as those of the SDKs. */
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

/** The runtimes read these variables. */
const runtimeVariables = ["HTTPS_PROXY"];

test("every documented error code exists", () => {
  const known = new Set([...errorCodes, ...otherCodes, ...awsVariables, ...runtimeVariables]);
  for (const { file, text } of pages) {
    const prose = text.replace(/```[\s\S]*?```/g, "");
    for (const [, code = ""] of prose.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g))
      expect(known, file).toContain(code);
  }
});

test("each example of the contract is on a page", () => {
  // Webhook messages are not operations and have no page in the reference.
  const sent = JSON.stringify(contract.document.webhooks ?? {});
  for (const name of Object.keys(contract.document.components?.examples ?? {})) {
    if (sent.includes(`#/components/examples/${name}"`)) continue;
    expect(
      pages.some(({ text }) => text.includes(`(\`${name}\`)`)),
      name,
    ).toBe(true);
  }
});
