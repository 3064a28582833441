import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { Disk } from "./disk.ts";
import { writeTree } from "./folder.ts";
import { readRecord } from "./record.ts";
import { tracing, whyNotTracing } from "./strace.ts";

const ROWS = 10;

/** Writes rows and is killed, so that SQLite does not close its files. */
function programOf(synchronous: string): string {
  return `
    const { DatabaseSync } = require("node:sqlite");
    const database = new DatabaseSync("rows.db");
    database.exec("pragma journal_mode = wal");
    database.exec("pragma synchronous = ${synchronous}");
    database.exec("create table rows (n)");
    for (let n = 0; n < ${ROWS}; n++) database.exec("insert into rows values (" + n + ")");
    process.kill(process.pid, "SIGKILL");
  `;
}

function createFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sinkove-strace-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Runs the program, and leaves only the durable part of its files. */
function runAndLose(program: string, folder: string): void {
  const record = join(createFolder(), "record");
  const [command = "", ...args] = [...tracing(record), process.execPath, "--eval", program];
  spawnSync(command, args, { cwd: folder });
  const operations = readRecord(readFileSync(record, "latin1"), folder);
  writeTree(
    folder,
    new Disk(new Map(), operations).afterLoss(() => 0),
  );
}

function countRows(folder: string): unknown {
  const database = new DatabaseSync(join(folder, "rows.db"));
  const isThere = database.prepare("select 1 from sqlite_master where name = 'rows'").get();
  const row = isThere && database.prepare("select count(*) as count from rows").get();
  database.close();
  return row ? row.count : 0;
}

const obstacle = whyNotTracing();
const title = "rows that a program has committed";

describe.skipIf(obstacle !== undefined)(obstacle ? `${title}: ${obstacle}` : title, () => {
  it.each([
    { synchronous: "full", rows: ROWS },
    { synchronous: "normal", rows: 0 },
    { synchronous: "off", rows: 0 },
  ])("are $rows of ten after a loss of power, with synchronous=$synchronous", (setting) => {
    const folder = createFolder();
    runAndLose(programOf(setting.synchronous), folder);
    expect(countRows(folder)).toBe(setting.rows);
  });
});
