import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { startServerProcess } from "@sinkove/server-process";
import { describe, expect, it, onTestFinished } from "vitest";
import { ask } from "../src/kill/connection.ts";
import { killUnderLoad } from "../src/kill/kill-under-load.ts";
import { Disk } from "../src/power/disk.ts";
import { createFailingMachine } from "../src/power/failing-machine.ts";
import { writeTree } from "../src/power/folder.ts";
import { Recorder } from "../src/power/recorder.ts";
import { whyNotTracing } from "../src/power/strace.ts";

const obstacle = whyNotTracing();
const title = "a loss of power";

function createFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), "sinkove-power-"));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, "server");
  mkdirSync(folder);
  return folder;
}

/** Leaves only the durable part of a server's files. */
function loseAll(folder: string, recorder: Recorder): void {
  const { before, operations } = recorder.read();
  const disk = new Disk(before, operations);
  writeTree(
    folder,
    disk.afterLoss(() => 0),
  );
}

/** Archives whose removal has not been acknowledged yet. */
function countRemovals(folder: string): unknown {
  const database = new DatabaseSync(join(folder, "sinkove.db"), { readOnly: true });
  const row = database.prepare("select count(*) as count from removals").get();
  database.close();
  return row?.count;
}

// `npm run soak -- power-loss` runs longer.
describe.skipIf(obstacle !== undefined)(obstacle ? `${title} (${obstacle})` : title, () => {
  it("takes nothing that was acknowledged, and the server starts again at once", {
    timeout: 180_000,
  }, async () => {
    const folder = createFolder();
    const machine = createFailingMachine(folder, Math.random);
    const report = await killUnderLoad({
      ...{ folder, machine, kills: 3, connections: 8, random: Math.random },
      isGenerating: true,
    });
    expect(report).toMatchObject({ kills: 3, lost: [], doubled: [], complaints: [] });
    expect(report.acknowledged).toBeGreaterThan(0);
  });

  it.each(["SIGKILL", "SIGTERM"] as const)(
    "leaves all that a first start has made, once the server listens, also after %s",
    async (signal) => {
      const folder = createFolder();
      const recorder = new Recorder(folder);
      const { firstKey: key = "", stop } = await recorder.start({ folder });
      await stop(signal);
      const secret = readFileSync(join(folder, "sinkove.db.secret"), "utf8");
      loseAll(folder, recorder);
      const again = await startServerProcess({ folder });
      const me = await ask({ url: again.url, key }, { method: "GET", path: "/me" });
      await again.stop();
      expect([me.status, again.firstKey]).toEqual([200, undefined]);
      expect(readFileSync(join(folder, "sinkove.db.secret"), "utf8")).toBe(secret);
    },
  );

  it("leaves what a server can start on, wherever it cuts a first start", async () => {
    const folder = createFolder();
    const recorder = new Recorder(folder);
    await (await recorder.start({ folder })).stop("SIGKILL");
    const { before, operations } = recorder.read();
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const done = operations.slice(0, share * operations.length);
      writeTree(folder, new Disk(before, done).afterLoss(Math.random));
      const again = await startServerProcess({ folder });
      await again.stop();
      expect(again.output().stdout).not.toMatch(/"level":"(?:warn|error)"/);
    }
  });

  it("brings no archive back that was removed", async () => {
    const folder = createFolder();
    const recorder = new Recorder(folder);
    const variables = { SINKOVE_WORKERS: "1" };
    const { url, firstKey: key = "", stop } = await recorder.start({ folder, variables });
    const connection = { url, key };
    const [model] = (await ask(connection, { method: "GET", path: "/models" })).body;
    const body = { modelId: model.id, numSamples: 1, args: { prompt: "Normal chest film" } };
    const { body: dataset } = await ask(connection, { method: "POST", path: "/datasets", body });
    const path = `/datasets/${dataset.id}`;
    const stateOf = async () =>
      (await ask(connection, { method: "GET", path })).body.metadata.state;
    await expect.poll(stateOf).toBe("READY");
    await ask(connection, { method: "DELETE", path });
    await expect.poll(() => countRemovals(folder)).toBe(0);
    await stop("SIGKILL");
    loseAll(folder, recorder);
    expect(readdirSync(join(folder, "sinkove.db.archives"))).toEqual([]);
  });
});
