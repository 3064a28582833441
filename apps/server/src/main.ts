import { createInterface } from "node:readline/promises";
import { redact } from "@sinkove/api-key";
import { ACCOUNTS } from "./commands/accounts.ts";
import { runBackup } from "./commands/backup.ts";
import { type CommandContext, runCommand } from "./commands/command.ts";
import type { Terminal } from "./commands/command-line.ts";
import { CREDITS } from "./commands/credits.ts";
import { DATASETS } from "./commands/datasets.ts";
import { KEYS } from "./commands/keys.ts";
import { runMigrate } from "./commands/migrate.ts";
import { ORGANIZATIONS } from "./commands/organizations.ts";
import { PEOPLE } from "./commands/people.ts";
import { REQUESTS } from "./commands/requests.ts";
import { type Configuration, readConfiguration } from "./configuration.ts";
import { startWorkerAlone } from "./generation/start-worker.ts";
import { createLineBuffer } from "./line-buffer.ts";
import { createLog, type Log } from "./log.ts";
import { type Service, startService } from "./service.ts";
import { messageOf, StartError } from "./start-error.ts";
import { ConfigurationError } from "./variables.ts";
import { VERSION } from "./version.ts";

const HELP = `sinkove-server                 start the API and generate datasets
sinkove-server worker          generate datasets only, for servers on the same database
sinkove-server migrate [--plan]
                               update the database, or show what would change
sinkove-server backup FILE     copy the SQLite database; the server can be running
sinkove-server --version

sinkove-server keys list
sinkove-server keys create --name NAME [--scopes datasets:read,…] [--expires 90d|2027-01-31]
sinkove-server keys update ID [--name NAME] [--scopes …] [--organizations ID,…|all]
                              [--expires 90d|never] [--rate-limit PER_MINUTE|none]
sinkove-server keys enable ID
sinkove-server keys disable ID
sinkove-server keys rotate ID [--grace 24h]
sinkove-server keys revoke ID [--descendants] [--yes]
sinkove-server keys events ID

sinkove-server people list
sinkove-server people invite EMAIL [--organization NAME_OR_ID] [--role owner|member]
sinkove-server people suspend ID
                               end a person's sessions, and refuse their keys and sign-ins
sinkove-server people restore ID
sinkove-server people link     show a new link for the first account, until someone has it

sinkove-server organizations list
sinkove-server organizations create NAME
sinkove-server organizations rename ID NAME
sinkove-server organizations leak-policy ID revoke|disable|notify
sinkove-server organizations low-credits ID CREDITS|off
                               notify the owners when fewer credits are left
sinkove-server organizations delete ID [--yes]

sinkove-server credits list ORGANIZATION [--limit 100]
sinkove-server credits give ORGANIZATION AMOUNT --reason TEXT
sinkove-server credits take ORGANIZATION AMOUNT --reason TEXT [--yes]

sinkove-server accounts show ID
sinkove-server accounts limit ID REQUESTS
                               set the requests per minute of all the account's keys together

sinkove-server datasets list [--state FAILED]
sinkove-server datasets queue  count queued and running datasets
sinkove-server datasets retry ID

sinkove-server requests list [--key ID] [--status 4xx] [--code CODE] [--limit 100]

Every command accepts --json. Commands that cannot be undone ask first, or need --yes.
All settings are environment variables; the README lists them.`;

const GROUPS = [KEYS, PEOPLE, ORGANIZATIONS, CREDITS, ACCOUNTS, DATASETS, REQUESTS];

const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  ask: process.stdin.isTTY ? ask : undefined,
};

/** How long log lines are buffered, in milliseconds. */
const GATHERED_FOR = 10;

/** Makes the database, its log and the secret beside it readable by their owner only. */
process.umask(0o077);

try {
  await run(process.argv.slice(2));
} catch (error) {
  fail(error);
}

async function run([command, ...args]: string[]): Promise<void> {
  const asksForHelp = [command, ...args].some((text) => text === "--help" || text === "-h");
  if (asksForHelp || command === "help") return terminal.out(HELP);
  if (command === "--version") return terminal.out(VERSION);
  if (command === undefined) return serve();
  const group = GROUPS.find(({ name }) => name === command);
  if (group) return runCommand(group, args, contextOf());
  if (command === "backup") return runBackup(args, contextOf());
  if (command === "migrate") return runMigrate(args, contextOf());
  if (command === "worker" && args.length > 0) {
    throw new StartError("worker takes no arguments: all settings are environment variables.");
  }
  if (command === "worker") return work();
  throw new StartError(`There is no command ${JSON.stringify(command)}.\n${HELP}`);
}

function contextOf(): CommandContext {
  return { configuration: readConfiguration(process.env), terminal };
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(question);
  lines.close();
  return answer;
}

async function serve(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const log = openLog(configuration);
  const service = await startService(configuration, log);
  // Before the server says that it is listening, so that a stop is graceful from then on.
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

/** Writes lines to standard output in groups, and the last of them when the process ends. */
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

/** Writes the key to standard error only, because logs are kept. */
function showFirstKey(key: string, url: string): void {
  terminal.err(`
This is the first start. Here is an API key with full access; it is not shown again:

  export SINKOVE_API_KEY=${key}
  curl ${url}/v1/models -H "Authorization: Bearer $SINKOVE_API_KEY"
`);
}

/**
 * Prints the welcome link to standard error, never to the log, because anybody who has it can claim the first account.
 * After the first start, it is printed only to a person at a terminal, because other output is often kept.
 */
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
