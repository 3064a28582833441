import { execFile } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { run } from "@sinkove/temporary-postgres";
import { programOf, startProgram } from "../server/program.ts";
import { fillingOf, KEY, oldDatabase, WRONG_BALANCES } from "./fill.ts";
import { keepBusy, runOldStatements, startOldServer, type Traffic } from "./old-release.ts";

/** A database of release 0.1.0 that is upgraded to this release. */
export interface UpgradeTrial {
  /** An empty folder. */
  readonly folder: string;
  /** The number of rows of usage. */
  readonly rows: number;
  /** An empty PostgreSQL database. Default: a file in the folder. */
  readonly databaseUrl?: string;
  /**
   * A built checkout of the old release, whose server runs at the same time. Default: its statements, on PostgreSQL.
   */
  readonly old?: string;
}

/** The result of the trial. Times are in milliseconds. */
export interface UpgradeReport {
  /** The duration of `sinkove-server migrate`. */
  readonly migrated: number;
  /** The duration if there is nothing to do. */
  readonly nothing: number;
  /** The results of the old release during the migration and while a new server runs. Only on PostgreSQL. */
  readonly during?: Traffic;
  readonly after?: Traffic;
  /** The error of the new release on SQLite while a server of the old one runs. */
  readonly refusal?: string;
  /** A line for each fault. */
  readonly faults: readonly string[];
}

/** Fills a database of the old release, migrates it while the old release uses it, and checks the result. */
export async function upgradeDatabase(trial: UpgradeTrial): Promise<UpgradeReport> {
  return trial.databaseUrl === undefined
    ? upgradeFile(trial)
    : upgradePostgres({ ...trial, databaseUrl: trial.databaseUrl });
}

async function upgradePostgres({
  ...trial
}: UpgradeTrial & { readonly databaseUrl: string }): Promise<UpgradeReport> {
  const { databaseUrl: url, folder, rows } = trial;
  for (const text of [oldDatabase("postgres"), ...fillingOf("postgres", rows), "analyze"])
    await run(url, text);
  const count = async (text: string) => Number((await run(url, text))[0]?.count);
  const before = await count(COUNT);
  const old =
    trial.old === undefined
      ? await runOldStatements(url)
      : await startOldServer(trial.old, { folder, url });
  const variables = { DATABASE_URL: url };
  try {
    const beside = keepBusy(old);
    const migrated = await migrate(folder, variables);
    const during = await beside.stop();
    const later = keepBusy(old);
    const faults = await faultsOfServer(folder, variables);
    const after = await later.stop();
    const nothing = await migrate(folder, variables);
    if (after.refused > 0) faults.push(`${after.refused} requests were refused after it`);
    faults.push(...(await faultsOfRows(count, before)));
    return { migrated, nothing, during, after, faults };
  } finally {
    await old.stop();
  }
}

async function upgradeFile({ folder, rows, old }: UpgradeTrial): Promise<UpgradeReport> {
  const file = join(folder, "sinkove.db");
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal");
  for (const text of [oldDatabase("sqlite"), ...fillingOf("sqlite", rows)]) database.exec(text);
  const count = async (text: string) => Number(database.prepare(text).get()?.count);
  const before = await count(COUNT);
  const refusal = old === undefined ? {} : { refusal: await refusalBeside(old, folder) };
  const migrated = await migrate(folder, {});
  const nothing = await migrate(folder, {});
  const faults = [...(await faultsOfServer(folder, {})), ...(await faultsOfRows(count, before))];
  database.close();
  return { migrated, nothing, ...refusal, faults };
}

const COUNT = "select count(*) as count from usage";
const exec = promisify(execFile);

/** Runs the command. Returns its duration. */
async function migrate(folder: string, variables: Readonly<Record<string, string>>) {
  const start = performance.now();
  const env = { PATH: process.env.PATH ?? "", ...variables };
  await exec(process.execPath, [programOf(), "migrate"], { cwd: folder, env });
  return performance.now() - start;
}

/** Starts a server of the old release on the file. Returns the error of the new release. */
async function refusalBeside(checkout: string, folder: string): Promise<string> {
  const variables = { SINKOVE_ENVIRONMENT: "test", SINKOVE_WORKERS: "0" };
  const server = await startProgram({ folder, variables, checkout });
  try {
    await migrate(folder, {});
    return "nothing";
  } catch (error) {
    if (error instanceof Error && "stderr" in error) return `${error.stderr}`.trim();
    throw error;
  } finally {
    await server.stop();
  }
}

/** Checks that a new server responds to requests. Returns a line for each fault. */
async function faultsOfServer(
  folder: string,
  variables: Readonly<Record<string, string>>,
): Promise<string[]> {
  const own = { SINKOVE_ENVIRONMENT: "test", SINKOVE_WORKERS: "0", SINKOVE_RATE_LIMIT: "1000000" };
  const server = await startProgram({ folder, variables: { ...variables, ...own } });
  const faults: string[] = [];
  for (const path of ["/me", "/datasets", "/usage", "/organizations"]) {
    const headers = { Authorization: `Bearer ${KEY}` };
    const response = await fetch(`${server.url}/v1${path}`, { headers });
    if (!response.ok) faults.push(`${path}: ${response.status} ${await response.text()}`);
  }
  await server.stop();
  return faults;
}

type Count = (text: string) => Promise<number>;

async function faultsOfRows(count: Count, before: number): Promise<string[]> {
  const [rows, wrong] = [await count(COUNT), await count(WRONG_BALANCES)];
  return [
    ...(rows < before ? [`${before - rows} rows of usage are gone`] : []),
    ...(wrong > 0 ? [`${wrong} balances are not the sum of their entries`] : []),
  ];
}
