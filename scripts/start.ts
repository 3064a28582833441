/** Builds everything, then runs the mock server and the API until Ctrl-C; options are passed on to the mock server. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const mock = `${root}packages/mock-server/bin/sinkove-mock.js`;
const server = `${root}apps/server/dist/main.js`;

const build = spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], {
  cwd: root,
  encoding: "utf8",
  shell: process.platform === "win32",
});
if (build.status !== 0 || !existsSync(mock) || !existsSync(server)) {
  console.error(build.stdout ?? "", build.stderr ?? "");
  console.error("start: the build failed, so nothing was started. `npm run build` shows it whole.");
  process.exit(1);
}

const port = process.env.PORT ?? "8080";
console.log(
  `The API starts at http://127.0.0.1:${port}/v1 (SQLite, sinkove.db); its first start shows a key.`,
);
const running: ChildProcess[] = [
  spawn(process.execPath, [mock, ...process.argv.slice(2)], { stdio: "inherit" }),
  spawn(process.execPath, [server], {
    stdio: "inherit",
    cwd: root,
    env: { SINKOVE_LOG_LEVEL: "warn", ...process.env },
  }),
];

for (const child of running) {
  child.once("exit", (code) => {
    process.exitCode ||= code ?? 0;
    stop("SIGTERM");
  });
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(signal));

/** One that cannot start, or stops, takes the other with it. */
function stop(signal: NodeJS.Signals): void {
  for (const child of running) if (child.exitCode === null) child.kill(signal);
}
