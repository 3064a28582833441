import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "@docusaurus/types";
import { readFileOf } from "../examples/example-files.ts";
import { installable } from "../packages/installable.ts";
import { operationAddress } from "../reference/address.ts";
import { contract } from "../reference/contract.ts";

const source = fileURLToPath(new URL("../../content/skill.md", import.meta.url));

/** Writes `skills/sinkove/SKILL.md`, a skill file for coding assistants. */
export function skill(): Plugin {
  return {
    name: "sinkove-skill",
    async postBuild({ outDir, siteConfig: { url } }) {
      const folder = path.join(outDir, "skills/sinkove");
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, "SKILL.md"), skillOf(await readFile(source, "utf8"), url));
    },
  };
}

const FRONT_MATTER = `---
name: sinkove
description: Use the Sinkove API to create, wait for and download synthetic medical imaging datasets, with the TypeScript or Python SDK or curl. Use when code imports @sinkove/sdk or sinkove, or calls api.sinkove.com.
---
`;

/** @throws Error if the text refers to an example that does not exist */
function skillOf(text: string, url: string): string {
  const body = text
    .replaceAll(/\{\{example (\S+)\}\}/g, (_, file: string) => fenced(file, readFileOf(file)))
    .replace(
      "{{install}}",
      fenced("sh", installable("npm install @sinkove/sdk\npip install sinkove-sdk", url)),
    );
  return `${FRONT_MATTER}\n# Sinkove\n\n${body}\n## Operations\n\n${operations(url)}\n`;
}

function fenced(file: string, code: string): string {
  return `\`\`\`${file.split(".").at(-1)}\n${code}\n\`\`\``;
}

function operations(url: string): string {
  const lines = contract.operations.map(({ id, method, path: address, summary }) => {
    return `- [\`${id}\`](${url}${operationAddress(id)}.md): \`${method} ${address}\`. ${summary}.`;
  });
  return lines.join("\n");
}
