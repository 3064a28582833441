/** Builds what is needed, then runs the mock server, the API with the console, and the documentation until Ctrl-C. */
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "./build.ts";
import { createProgramGroup, type Program } from "./programs.ts";
import { createStopSignal } from "./stop-signal.ts";

const HELP = `npm start                  start the documentation, the mock server, and the API with the console
npm start -- OPTION…       the same; the options go to the mock server (npx sinkove-mock --help)

PORT moves the API (8080), DOCS_PORT the documentation (3000).`;

const root = fileURLToPath(new URL("..", import.meta.url));
const options = process.argv.slice(2);
const { PORT: port = "8080", DOCS_PORT: docsPort = "3000" } = process.env;

const mockServer: Program = {
  name: "the mock server",
  command: [`${root}packages/mock-server/bin/sinkove-mock.js`, ...options],
  env: process.env,
};
const api: Program = {
  name: "the API",
  command: [`${root}apps/server/dist/main.js`],
  cwd: root,
  env: {
    SINKOVE_LOG_LEVEL: "warn",
    SINKOVE_CORS_ORIGINS: `http://localhost:${docsPort},http://127.0.0.1:${docsPort}`,
    ...process.env,
    PORT: port,
  },
};
const documentation: Program = {
  name: "the documentation",
  command: [`${root}apps/docs/scripts/serve.mts`],
  env: { ...process.env, PORT: docsPort },
};

if (options.includes("--help") || options.includes("-h")) console.log(HELP);
else process.exitCode = (await start()) ? 0 : 1;

/** Settles when everything has stopped: true if the user stopped it. */
async function start(): Promise<boolean> {
  const since = performance.now();
  const signal = createStopSignal();
  const group = createProgramGroup({ signal, say });
  const buildPackages = async (...packages: string[]): Promise<void> => {
    if (await build({ packages, signal: group.stopping, since })) return;
    if (!group.stopping.aborted) say("the build failed; its output is above. Everything stops.");
    group.stop();
  };

  say("building the mock server, the API and the console");
  await buildPackages("@sinkove/mock-server", "@sinkove/server");
  if (!group.stopping.aborted) {
    group.start(mockServer);
    group.start(api);
    void answers(`http://127.0.0.1:${port}/healthz`, group.stopping).then(
      (isUp) => isUp && sayWhereTheApiIs(),
    );
    say("building the documentation");
    await buildPackages("@sinkove/docs");
  }
  if (!group.stopping.aborted) {
    group.start(documentation);
    void answers(`http://localhost:${docsPort}`, group.stopping).then(
      (isUp) => isUp && say("everything is running; scroll up for the API keys and the links"),
    );
  }
  await group.ended();
  return signal.aborted;
}

function sayWhereTheApiIs(): void {
  say(`the API is at http://127.0.0.1:${port}/v1`);
  say(`the console is at http://127.0.0.1:${port}/console`);
}

/** Waits until a server responds. Returns false if everything stops before. */
async function answers(url: string, stopping: AbortSignal): Promise<boolean> {
  while (!stopping.aborted) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return true;
    await wait(100);
  }
  return false;
}

function say(line: string): void {
  console.log(`start: ${line}`);
}
