// `npm run soak -- NAME` runs trials that take too long for the tests. Each trial is the file of that name in this folder.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== "main.ts")
  .map((file) => file.replace(/\.ts$/, ""));
const [name = "", ...options] = process.argv.slice(2);

if (names.includes(name)) {
  const trial = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...options], {
    stdio: "inherit",
  });
  trial.once("close", (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  console.error(`There is no trial ${JSON.stringify(name)}. Choose one of: ${names.join(", ")}.`);
  process.exitCode = 1;
}
