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
 * Commits all work together that arrives before the transaction begins: most of the cost of a write is to reach the
 * disk, and it is the same for one write as for many. Each piece of work is durable before its promise resolves, sees
 * the work before it, and is undone alone if it fails.
 */
export class GroupCommit {
  readonly #database: Kysely<Schema>;
  /** The group that has not begun, so further work can join it. */
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
      // Also closes a group whose transaction could not begin: nothing may join a group that has failed.
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
      // If SQLite has undone the whole transaction, as on a full disk, this work cannot be undone alone: all fails.
      await transaction.executeQuery(UNDO).catch(() => Promise.reject(error));
    }
    await transaction.executeQuery(RELEASE);
  };
}
