import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Answer, ask, type Connection } from "./connection.ts";
import type { Item } from "./ledger.ts";

/** Waits until the datasets among these items are finished. @returns those that are not READY with a valid archive */
export async function findUnmade(
  connection: Connection,
  items: readonly Item[],
): Promise<string[]> {
  const unmade: string[] = [];
  for (const { id, kind, state } of items) {
    if (kind !== "dataset" || state !== "there") continue;
    const fault = await faultOf(connection, id);
    if (fault !== undefined) unmade.push(`dataset ${id}: ${fault}`);
  }
  return unmade;
}

async function faultOf(connection: Connection, id: string): Promise<string | undefined> {
  const made = await outcomeOf(connection, id);
  if (made !== "READY") return `it is ${made}`;
  const path = `/datasets/${id}/urls/download`;
  const { status, body } = await ask(connection, { method: "GET", path });
  return status === 200 ? faultOfDownload(body) : `its archive is answered with ${status}`;
}

async function faultOfDownload({ URL, size, sha256 }: Answer["body"]): Promise<string | undefined> {
  try {
    const response = await fetch(URL);
    if (response.status !== 200) return `its archive's URL is answered with ${response.status}`;
    const bytes = await response.bytes();
    const found = createHash("sha256").update(bytes).digest("hex");
    const isWhole = bytes.length === size && found === sha256;
    return isWhole ? undefined : `its archive has ${bytes.length} bytes with the SHA-256 ${found}`;
  } catch (error) {
    // fetch reports a broken connection: the server has sent everything that it could.
    if (error instanceof TypeError) return "its archive breaks off";
    throw error;
  }
}

/** The final state of a dataset, or a text if the dataset is lost. */
async function outcomeOf(connection: Connection, id: string): Promise<string> {
  for (;;) {
    const { body } = await ask(connection, { method: "GET", path: `/datasets/${id}` });
    const state = `${body.metadata?.state ?? body.code}`;
    if (!["PENDING", "STARTED"].includes(state)) return state;
    await setTimeout(20);
  }
}

/** Archives that belong to none of these datasets. Waits, because removal may take a moment. */
export async function findStrays(folder: string, items: readonly Item[]): Promise<string[]> {
  const there = new Set(items.filter(({ state }) => state === "there").map(({ id }) => id));
  let strays: string[] = [];
  for (let tries = 0; tries < 100; tries++) {
    const files = readdirSync(join(folder, "sinkove.db.archives"));
    const kept = files.filter((file) => file.endsWith(".zip") && there.delete(idOf(file)));
    for (const file of kept) there.add(idOf(file));
    strays = files.filter((file) => !kept.includes(file));
    if (strays.length === 0) return [];
    await setTimeout(100);
  }
  return strays.map((file) => `${file} is left in the archives`);
}

/** The dataset that an archive belongs to. */
function idOf(file: string): string {
  return file.split(".", 1)[0] ?? "";
}
