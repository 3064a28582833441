import { unwatchFile, watchFile } from "node:fs";
import { readContract } from "./contract-file.ts";

/** How often a watched file is looked at, in milliseconds. Looking works on every file system; being told does not. */
const INTERVAL = 200;

/** What to do with a watched contract. */
export interface ContractWatcher {
  readonly use: (document: object) => Promise<void>;
  /** Told what became of each change. */
  readonly tell: (message: string) => void;
}

/**
 * Takes a contract in anew whenever its file changes. One that is broken is told of, and the one before it stays.
 *
 * @returns stops watching
 */
export function watchContract(file: string, { use, tell }: ContractWatcher): () => void {
  let work = Promise.resolve();
  const takeIn = async (): Promise<void> => {
    try {
      await use(await readContract(file));
      tell(`${file} was taken in.`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      tell(`${reason} The contract before it stays in use.`);
    }
  };
  const listener = (now: { readonly mtimeMs: number }, before: { readonly mtimeMs: number }) => {
    if (now.mtimeMs !== before.mtimeMs) work = work.then(takeIn);
  };
  watchFile(file, { interval: INTERVAL }, listener);
  return () => unwatchFile(file, listener);
}
