import { setImmediate } from "node:timers/promises";
import { CompiledQuery, type Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import type { Work } from "./store.ts";

/** Work that is committed together. */
interface Group {
  readonly works: Work<void>[];
  readonly committed: Promise<void>;
}

const SAVEPOINT: CompiledQuery = CompiledQuery.raw("savepoint work");
const UNDO: CompiledQuery = CompiledQuery.raw("rollback to work");
const RELEASE: CompiledQuery = CompiledQuery.raw("release work");

/**
 * Commits together what comes before its transaction begins: to reach the disk is most of what a write costs, and
 * costs the same for one as for many. Each piece of work is durable before its promise resolves, sees those before
 * it, and is undone alone where it fails.
 */
export class GroupCommit {
  readonly #database: Kysely<Schema>;
  /** Has not begun, so further work can join it. */
  #group: Group | undefined;

  constructor(database: Kysely<Schema>) {
    this.#database = database;
  }

  async run<T>(work: Work<T>): Promise<T> {
    this.#group ??= this.#open();
    const { works, committed } = this.#group;
    const done = new Promise<T>((resolve, reject) => {
      works.push(undoable(work, { resolve, reject }));
    });
    const [value] = await Promise.all([done, committed]);
    return value;
  }

  #open(): Group {
    const works: Work<void>[] = [];
    return { works, committed: this.#commit(works) };
  }

  async #commit(works: readonly Work<void>[]): Promise<void> {
    await setImmediate();
    try {
      await this.#database.transaction().execute(async (transaction) => {
        this.#close(works);
        for (const work of works) await work(transaction);
      });
    } finally {
      // Also if it could not begin: nothing may join a group that has failed.
      this.#close(works);
    }
  }

  #close(works: readonly Work<void>[]): void {
    if (this.#group?.works === works) this.#group = undefined;
  }
}

interface Settle<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

/** Work that is undone alone if it fails, so that the rest of the transaction continues. */
function undoable<T>(work: Work<T>, { resolve, reject }: Settle<T>): Work<void> {
  return async (transaction) => {
    await transaction.executeQuery(SAVEPOINT);
    try {
      resolve(await work(transaction));
    } catch (error) {
      reject(error);
      // It cannot be undone alone where SQLite has undone all, as on a full disk: then all have failed of it.
      await transaction.executeQuery(UNDO).catch(() => Promise.reject(error));
    }
    await transaction.executeQuery(RELEASE);
  };
}
