import { createHash, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { ApiClient, type Download } from "../server/api-client.ts";
import { type Program, startProgram } from "../server/program.ts";

const MEBIBYTE = 1024 * 1024;

/** A server that generates nothing and has a large file to download. */
export interface Depot {
  readonly server: Program;
  readonly key: string;
  readonly download: Download;
}

/**
 * Starts a server with one dataset whose archive has the given size. Random bytes replace the generated archive, because
 * generating such a large one would take minutes, and downloads do not look at the content.
 */
export async function openDepot(folder: string, mebibytes: number): Promise<Depot> {
  mkdirSync(folder, { recursive: true });
  const variables = { SINKOVE_RATE_LIMIT: "1000000", SINKOVE_LOG_LEVEL: "info" };
  const first = await startProgram({ folder, variables });
  const key = first.firstKey ?? "";
  const { id } = await new ApiClient(key, () => first.url).create(1, "Normal chest X-ray");
  const client = new ApiClient(key, () => first.url);
  while ((await client.get(id)).metadata.state !== "READY") await setTimeout(100);
  await first.stop();
  enlarge(folder, id, mebibytes);
  const server = await startProgram({ folder, variables: { ...variables, SINKOVE_WORKERS: "0" } });
  const download = await new ApiClient(key, () => server.url).download(id);
  return { server, key, download };
}

function enlarge(folder: string, id: string, mebibytes: number): void {
  const archives = join(folder, "sinkove.db.archives");
  const [name = ""] = readdirSync(archives);
  const file = openSync(join(archives, name), "w");
  const hash = createHash("sha256");
  for (let count = 0; count < mebibytes; count++) {
    const chunk = randomBytes(MEBIBYTE);
    hash.update(chunk);
    writeSync(file, chunk);
  }
  fsyncSync(file);
  closeSync(file);
  const database = new DatabaseSync(join(folder, "sinkove.db"));
  const change = database.prepare("update datasets set size = ?, sha256 = ? where id = ?");
  change.run(mebibytes * MEBIBYTE, hash.digest("hex"), id);
  database.close();
}
