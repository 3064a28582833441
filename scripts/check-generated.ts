/** Deletes everything that is generated, generates it again, and fails if one byte is different. */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeDecisionIndex } from "./decisions.ts";
import { writeVersions } from "./write-versions.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
// In the order in which one is made from the other.
const workspaces = ["openapi", "packages/contract", "packages/sdk", "packages/sdk-python"];
const folders = [
  "openapi/generated",
  "packages/contract/src/generated",
  "packages/sdk/src/generated",
  "packages/sdk-python/src/sinkove/generated",
];
// Made by Python, whose tests compare it.
const others = [
  "packages/sdk-python/src/sinkove/generated/__init__.py",
  "packages/sdk-python/src/sinkove/generated/models.py",
];

const before = contents();
for (const file of before.keys()) rmSync(`${root}/${file}`);
for (const workspace of workspaces) generate(workspace);
const after = contents();

const different = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
if (different.length > 0) {
  console.error(
    `These were not what the contract generates. They are now; commit them:\n  ${different.join("\n  ")}`,
  );
  process.exitCode = 1;
}

if (writeDecisionIndex(`${root}/decisions`)) {
  console.error("decisions/README.md did not list every decision. It does now; commit it.");
  process.exitCode = 1;
}

const versions = writeVersions(root);
if (versions.length > 0) {
  console.error(
    `These did not have the version of their package.json. They have it now; commit them:\n  ${versions.join("\n  ")}`,
  );
  process.exitCode = 1;
}

function contents(): Map<string, string> {
  const files = globSync(
    folders.map((folder) => `${folder}/**/*.{json,ts,js,py}`),
    { cwd: root, exclude: others },
  );
  return new Map(files.map((file) => [file, readFileSync(`${root}/${file}`, "utf8")]));
}

function generate(workspace: string): void {
  const { status, stdout, stderr } = spawnSync(
    "npm",
    ["run", "--silent", "generate", "-w", workspace],
    {
      cwd: root,
      encoding: "utf8",
      shell: process.platform === "win32",
    },
  );
  if (status === 0) return;
  console.error(
    `${stdout}${stderr}\ncheck:generated: ${workspace} does not generate. Nothing was compared.`,
  );
  process.exit(1);
}
