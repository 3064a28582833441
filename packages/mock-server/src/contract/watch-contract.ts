import { unwatchFile, watchFile } from "node:fs";
import { readContract } from "./contract-file.ts";

/** The polling interval in milliseconds. Unlike file system events, polling works on every file system. */
const INTERVAL = 200;

/** The callbacks of a watched contract. */
export interface ContractWatcher {
  readonly use: (document: object) => Promise<void>;
  /** Called after each reload with a message for the user. */
  readonly report: (message: string) => void;
}

/**
 * Reloads a contract whenever its file changes. If the new contract is invalid, reports it and keeps the previous one.
 *
 * @returns a function that stops watching
 */
export function watchContract(file: string, { use, report }: ContractWatcher): () => void {
  let work = Promise.resolve();
  const reload = async (): Promise<void> => {
    try {
      await use(await readContract(file));
      report(`reloaded ${file}.`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      report(`${reason} The previous contract stays in use.`);
    }
  };
  const listener = (now: { readonly mtimeMs: number }, before: { readonly mtimeMs: number }) => {
    if (now.mtimeMs !== before.mtimeMs) work = work.then(reload);
  };
  watchFile(file, { interval: INTERVAL }, listener);
  return () => unwatchFile(file, listener);
}
