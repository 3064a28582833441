/** Builds everything, then starts the mock server in the foreground; its options are passed on. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = fileURLToPath(new URL("../packages/mock-server/dist/cli.js", import.meta.url));

const build = spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], {
  cwd: root,
  encoding: "utf8",
  shell: process.platform === "win32",
});
if (build.status !== 0 || !existsSync(cli)) {
  console.error(build.stdout ?? "", build.stderr ?? "");
  console.error("start: the build failed, so nothing was started. `npm run build` shows it whole.");
  process.exit(1);
}

const mock = spawn(process.execPath, [cli, ...process.argv.slice(2)], { stdio: "inherit" });
// Ctrl-C reaches the mock server itself; this process only has to outlive it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => mock.kill(signal));
mock.once("exit", (code) => {
  process.exitCode = code ?? 0;
});
