/** Builds everything, then runs the mock server, the API and the docs until Ctrl-C; options go to the mock server. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const mock = `${root}packages/mock-server/bin/sinkove-mock.js`;
const server = `${root}apps/server/dist/main.js`;
const docs = `${root}apps/docs/scripts/serve.mts`;

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
const docsPort = process.env.DOCS_PORT ?? "3000";
console.log(
  `The API starts at http://127.0.0.1:${port}/v1 (SQLite, sinkove.db); its first start shows a key.`,
);
const running: ChildProcess[] = [
  spawn(process.execPath, [mock, ...process.argv.slice(2)], { stdio: "inherit" }),
  spawn(process.execPath, [server], {
    stdio: "inherit",
    cwd: root,
    env: {
      SINKOVE_LOG_LEVEL: "warn",
      SINKOVE_CORS_ORIGINS: `http://localhost:${docsPort}`,
      ...process.env,
    },
  }),
  spawn(process.execPath, [docs], {
    stdio: "inherit",
    env: { ...process.env, PORT: docsPort },
  }),
];

for (const child of running) {
  child.once("exit", (code) => {
    process.exitCode ||= code ?? 0;
    stop("SIGTERM");
  });
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(signal));

/** One that cannot start, or stops, takes the others with it. */
function stop(signal: NodeJS.Signals): void {
  for (const child of running) if (child.exitCode === null) child.kill(signal);
}
