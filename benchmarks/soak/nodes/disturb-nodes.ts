import { join } from "node:path";
import type { TemporaryPostgres } from "@sinkove/temporary-postgres";
import { sendUntilAnswered } from "./call.ts";
import { disturb, type FaultCounts } from "./faults.ts";
import { startFleet } from "./fleet.ts";
import { type Findings, inspect } from "./inspect.ts";
import { Ledger } from "./ledger.ts";
import { writeAndRead } from "./load.ts";

/** Options of {@link disturbNodes}. */
export interface NodesTrial {
  /** An empty folder for the archives and the secret. */
  readonly folder: string;
  readonly postgres: TemporaryPostgres;
  /** The duration of the trial, in seconds. */
  readonly seconds: number;
  readonly random: () => number;
  readonly onProgress?: (ledger: Ledger) => void;
}

/** The result of the trial. */
export interface NodesReport extends Findings {
  readonly faults: FaultCounts;
  readonly ledger: Ledger;
  readonly complaints: readonly string[];
}

const TOLD_EVERY = 30_000;

/** Runs two servers and a worker on one PostgreSQL under load, and disturbs all of them. */
export async function disturbNodes(trial: NodesTrial): Promise<NodesReport> {
  const { folder, postgres, seconds, random, onProgress } = trial;
  const fleet = await startFleet({ folder, postgres });
  const { urls, key } = fleet;
  const ledger = new Ledger();
  const ask = async (operation: "listModels" | "listOrganizations", path: string) =>
    (await sendUntilAnswered(urls, { operation, path, key }, ledger)).body[0];
  const { id: modelId } = await ask("listModels", "/models");
  const { credits } = await ask("listOrganizations", "/organizations");
  const end = performance.now() + seconds * 1000;
  let hasFailed = false;
  const isOver = () => hasFailed || performance.now() > end;
  const telling = setInterval(() => onProgress?.(ledger), TOLD_EVERY);
  try {
    const [faults] = await Promise.all([
      disturb(fleet, { isOver, random }),
      writeAndRead({ urls, key, modelId, ledger, random, isOver }),
    ]).catch((error: unknown) => {
      hasFailed = true;
      throw error;
    });
    const archives = join(folder, "sinkove.archives");
    const findings = await inspect({ urls, key, ledger, archives, credits });
    return { ...findings, faults, ledger, complaints: fleet.complaints };
  } finally {
    clearInterval(telling);
    await fleet.stop();
  }
}
