import { readFile } from "node:fs/promises";
import { readTarget } from "@sinkove/api";
import { type Arguments, readArguments, usage } from "./arguments.ts";
import { readContract } from "./contract/contract-file.ts";
import { watchContract } from "./contract/watch-contract.ts";
import { CONTROL_TOKEN_HEADER, CONTROL_TOKEN_VARIABLE } from "./control/control-token.ts";
import { createHealth } from "./health.ts";
import { createMock, type Mock } from "./mock.ts";
import { MockError } from "./mock-error.ts";
import { whenNpmEnds } from "./npm-parent.ts";
import { ownContract } from "./own-files.ts";
import { readSeed } from "./seed/read-seed.ts";
import { isLoopback } from "./server/control-access.ts";
import { type Listening, listen } from "./server/listen.ts";
import { KNOWN_IDENTITY } from "./worlds/known-identity.ts";

async function run(args: string[]): Promise<void> {
  const options = readArguments(args, process.env);
  if (options.help) return console.log(usage);
  if (options.version) return console.log(await version());
  const mock = options.stateless ? await statelessMock(options) : await statefulMock(options);
  const server = await listen(mock.handle, options);
  if (options.watch && options.contract !== undefined) {
    const report = (message: string): void => console.error(`sinkove-mock: ${message}`);
    watchContract(options.contract, { use: mock.useContract, report });
  }
  stopWhenAsked(server, options);
  const facts = { url: server.origin, ...KNOWN_IDENTITY };
  console.log(options.json ? JSON.stringify(facts) : greeting(facts, options));
}

type Running = Pick<Mock, "handle" | "useContract">;

async function statelessMock({ contract = ownContract }: MockFile): Promise<Running> {
  const { createStatelessMock } = await import("./prism/stateless.ts");
  const document = await readContract(contract);
  let answer = await createStatelessMock(document);
  let health = createHealth(document);
  return {
    handle: async (request) =>
      health(request.method, readTarget(request.url).pathname) ?? answer(request),
    async useContract(next) {
      answer = await createStatelessMock(next);
      health = createHealth(next);
    },
  };
}

type MockFile = { readonly contract: string | URL | undefined };

async function statefulMock(options: Arguments): Promise<Running> {
  const { contract, engine, rateLimit, console, seedFile } = options;
  const firstSeed = seedFile === undefined ? undefined : await readSeed(seedFile);
  const own = rateLimit === undefined ? undefined : { limit: rateLimit, windowSeconds: 60 };
  return createMock({
    engine,
    console,
    firstSeed,
    first: { rateLimit: own ?? firstSeed?.rateLimit ?? "service" },
    ...(contract === undefined ? {} : { contract: await readContract(contract) }),
  });
}

/** Ends the process at once, without waiting for responses that a fault slows down. */
function stopWhenAsked(server: Listening, { untilStdinEnds }: Arguments): void {
  const stop = (): void => void server.close().then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  whenNpmEnds(() => {
    // A script that starts the server with `&` and ends would otherwise leave its user without a reason.
    console.error(
      "sinkove-mock: stopped, because the npm, pnpm or Yarn that ran it, or its shell, has ended.",
    );
    stop();
  });
  // The pipe closes when the program at its other end exits, even if that program is killed.
  if (untilStdinEnds) process.stdin.once("end", stop).once("error", stop).resume();
}

async function version(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return JSON.parse(text).version;
}

interface Facts {
  readonly url: string;
  readonly apiKey: string;
  readonly organizationId: string;
}

function greeting({ url, apiKey }: Facts, options: Arguments): string {
  const { stateless, console } = options;
  const mode = stateless
    ? "returns the contract's examples and keeps no state"
    : "runs in memory: your data is lost when it stops";
  return `The Sinkove API at ${url}/v1 ${mode}. Try it:

  export SINKOVE_API_URL=${url}
  export SINKOVE_API_KEY=${apiKey}
  curl -X GET "$SINKOVE_API_URL/models" -H "Authorization: Bearer $SINKOVE_API_KEY"

${console ? `The console, which signs you in automatically: ${url}/console\n` : ""}${stateless ? "" : controlsAt(url, options)}Choose a response: -H "Prefer: code=429". Guide: https://docs.sinkove.com/mock-server
Press Ctrl-C to stop.`;
}

/** Shows how to reach the controls. The commands can be pasted if the token's environment variable is set. */
function controlsAt(url: string, { host, controlToken }: Arguments): string {
  const header = `-H "${CONTROL_TOKEN_HEADER}: $${CONTROL_TOKEN_VARIABLE}"`;
  const title = "Worlds, clock, faults and journal:";
  const isHere = isLoopback(new URL(url).host);
  if (!isHere && controlToken === undefined) {
    return `${title} not available at this address. Start with --control-token to enable them.\n`;
  }
  if (!isHere) return `${title} curl ${url}/_sandbox ${header}\n`;
  const here = `${title} curl ${url}/_sandbox\n`;
  if (controlToken !== undefined) return `${here}From other machines, add ${header}\n`;
  const isReachable = !isLoopback(host);
  return isReachable
    ? `${here}To use them from other machines or from outside a container, start with --control-token.\n`
    : here;
}

// This stays at the end of the file: constants declared below it would not be initialized during the await.
try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof MockError)) throw error;
  console.error(`sinkove-mock: ${error.message}`);
  process.exitCode = 1;
}
