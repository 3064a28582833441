import { open } from "node:fs/promises";
import type { Server } from "node:http";
import { devNull } from "node:os";
import type { Log } from "./log.ts";
import { codeOf } from "./start-error.ts";

/** Open files that are reserved for the database, the archives and threads. */
const RESERVED = 100;
const CHECKED_EVERY = 1000;
const TOLD_EVERY = 10_000;

const ADVICE = "raise the limit of open files (ulimit -n)";

/**
 * Refuses connections before the process runs out of open files, and logs it, because the system would close them
 * silently. Also logs when the process runs out of files anyway, and when it has recovered.
 */
export function guardOpenFiles(server: Server, log: Log): void {
  const limit = limitOfOpenFiles();
  if (limit === undefined) return;
  server.maxConnections = limit - Math.min(RESERVED, Math.floor(limit / 4));
  tellOfRefusals(server, log, limit);
  watchFiles(log, limit);
}

function tellOfRefusals(server: Server, log: Log, limit: number): void {
  let refused = 0;
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    log.warn("connections were refused", { refused, connections: server.maxConnections });
    [refused, timer] = [0, undefined];
  };
  server.on("drop", () => {
    refused += 1;
    if (timer) return;
    log.error("connections are refused: too many are open", {
      connections: server.maxConnections,
      limit,
      advice: ADVICE,
    });
    timer = setTimeout(tell, TOLD_EVERY).unref();
  });
  // A connection that the system could not accept must not end the process.
  server.on("error", (error) =>
    log.error("a connection was not accepted", { error: error.message }),
  );
}

function watchFiles(log: Log, limit: number): void {
  let isShort = false;
  const check = async (): Promise<void> => {
    const wasShort = isShort;
    isShort = await isOutOfFiles();
    if (isShort && !wasShort) log.error("no file can be opened", { limit, advice: ADVICE });
    if (!isShort && wasShort) log.info("files can be opened again");
  };
  setInterval(() => void check(), CHECKED_EVERY).unref();
}

async function isOutOfFiles(): Promise<boolean> {
  try {
    await (await open(devNull)).close();
    return false;
  } catch (error) {
    return ["EMFILE", "ENFILE"].includes(codeOf(error) ?? "");
  }
}

/** Undefined if there is no limit, or the system does not report it. */
function limitOfOpenFiles(): number | undefined {
  // Otherwise, the report would look up the host name of every peer. Node's types do not have this option yet.
  Object.assign(process.report, { excludeNetwork: true });
  // The report has the type object. On Windows it has no such limits.
  const { userLimits } = process.report.getReport() as {
    readonly userLimits?: { readonly open_files?: { readonly soft: unknown } };
  };
  const soft = Number(userLimits?.open_files?.soft);
  return Number.isFinite(soft) ? soft : undefined;
}
