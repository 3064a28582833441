import { redact } from "@sinkove/api-key";
import type { Terminal } from "./command-line.ts";
import { type Configuration, readConfiguration } from "./configuration.ts";
import { startWorkerAlone } from "./generation/start-worker.ts";
import { runKeysCommand } from "./keys-command.ts";
import { createLineBuffer } from "./line-buffer.ts";
import { createLog, type Log } from "./log.ts";
import { runPeopleCommand } from "./people-command.ts";
import { type Service, startService } from "./service.ts";
import { messageOf, StartError } from "./start-error.ts";
import { ConfigurationError } from "./variables.ts";

const HELP = `sinkove-server                 start the API, and make the datasets that it is asked for
sinkove-server worker          only make datasets, beside servers on the same database
sinkove-server keys create --name NAME [--scopes datasets:read,…] [--expires 90d|2027-01-31]
sinkove-server keys list
sinkove-server keys revoke ID [--descendants]
sinkove-server people list
sinkove-server people invite EMAIL [--organization NAME_OR_ID] [--role owner|member]
sinkove-server people link     show another link for the first account, until it has a person

All settings are environment variables; the README lists them.`;

const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

/** How long lines of the log wait to be written together, in milliseconds. */
const GATHERED_FOR = 10;

/** The database, its log and the secret beside it are for their owner only. */
process.umask(0o077);

try {
  await run(process.argv.slice(2));
} catch (error) {
  fail(error);
}

async function run([command, ...args]: string[]): Promise<void> {
  const asksForHelp = [command, ...args].some((text) => text === "--help" || text === "-h");
  if (asksForHelp || command === "help") return terminal.out(HELP);
  if (command === "keys") return runKeysCommand(args, readConfiguration(process.env), terminal);
  if (command === "people") return runPeopleCommand(args, readConfiguration(process.env), terminal);
  if (command === undefined) return serve();
  if (command === "worker" && args.length > 0) {
    throw new StartError("worker takes no arguments: all settings are environment variables.");
  }
  if (command === "worker") return work();
  throw new StartError(`There is no command ${JSON.stringify(command)}.\n${HELP}`);
}

async function serve(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const log = openLog(configuration);
  const service = await startService(configuration, log);
  // Before anyone is told that it runs: who stops it then expects a graceful stop.
  stopOnSignal(service, log);
  if (service.firstKey !== undefined) showFirstKey(service.firstKey, service.url);
  await offerWelcome(service);
  log.info("listening", {
    url: service.url,
    environment: configuration.environment,
    database: configuration.database.kind,
    pid: process.pid,
  });
}

async function work(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const log = openLog(configuration);
  const worker = await startWorkerAlone(configuration, log);
  log.info("working", { database: configuration.database.kind, pid: process.pid });
  stopOnSignal(worker, log);
}

function openLog({ logLevel }: Configuration): Log {
  const log = createLog({ level: logLevel, write: gatheringLines(), clock: Date.now });
  process.on("uncaughtException", (error) => {
    log.error("crashed", { error: error.stack ?? error.message });
    process.exit(1);
  });
  return log;
}

/** Writes lines to standard output a few at a time, and the last of them when the process ends. */
function gatheringLines(): (line: string) => void {
  const lines = createLineBuffer({
    write: (text) => process.stdout.write(text),
    later: (flush) => setTimeout(flush, GATHERED_FOR).unref(),
  });
  process.on("exit", lines.flush);
  return lines.add;
}

function stopOnSignal(service: Pick<Service, "stop">, log: Log): void {
  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    log.info("stopping", { signal });
    await service.stop();
    log.info("stopped");
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.on(signal, () => {
      // Ctrl-C in `npm start` arrives twice. The stop has a time limit of its own.
      if (isStopping) return;
      isStopping = true;
      void stop(signal);
    });
  }
}

/** To the terminal only: the log is kept, and the key may not be. */
function showFirstKey(key: string, url: string): void {
  terminal.err(`
This is the first start. Here is an API key with full access; it is not shown again:

  export SINKOVE_API_KEY=${key}
  curl ${url}/v1/models -H "Authorization: Bearer $SINKOVE_API_KEY"
`);
}

/** To the terminal only, too: it makes whoever has it the person of the first account. */
/** On the first start, and later to a person at a terminal only: where nobody watches, output is often kept. */
async function offerWelcome({ firstKey, makeWelcomeLink }: Service): Promise<void> {
  if (firstKey === undefined && !process.stderr.isTTY) return;
  const link = await makeWelcomeLink();
  if (link === undefined) return;
  terminal.err(`The first account has no person yet. Open this link in a browser to make it yours; it works once:

  ${link}
`);
}

function fail(error: unknown): never {
  const isExpected = error instanceof StartError || error instanceof ConfigurationError;
  const text = isExpected || !(error instanceof Error) ? messageOf(error) : (error.stack ?? "");
  terminal.err(redact(`sinkove-server: ${text}`));
  process.exit(1);
}
