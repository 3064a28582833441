import { type ApiOptions, bootstrap, type Store } from "@sinkove/api";
import { chestXrayModels } from "@sinkove/generator";

/**
 * The account of an installation. The id is fixed, so that commands find the account, and so that only one of two
 * servers that start on a new database at the same time can create it.
 */
export const ACCOUNT_ID = "00000000-0000-7000-8000-000000000001";

/** What commands and workers say if the account does not exist. */
export const NO_ACCOUNT = "This database has no account yet. Start sinkove-server on it once.";

/** Options of {@link install}. */
export interface InstallOptions {
  readonly environment: ApiOptions["environment"];
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Whether the account already exists. */
export async function isInstalled(store: Store): Promise<boolean> {
  return (
    (await store.listApiKeys({ accountId: ACCOUNT_ID, within: null }, { limit: 1 })).length > 0
  );
}

/**
 * Creates, in one transaction, the data of a new installation: an account, an organization with credits, the models and
 * a key with full access. An existing installation gets the generator's current models.
 *
 * @returns the key, to be shown once; undefined if the installation already exists
 */
export async function install(store: Store, options: InstallOptions): Promise<string | undefined> {
  if (await isInstalled(store)) return updateModels(store);
  try {
    const { secret } = await bootstrap(store, {
      ...options,
      accountId: ACCOUNT_ID,
      accountName: "First account",
      organizationName: "First organization",
      credits: 100_000,
      models: chestXrayModels,
    });
    return secret;
  } catch (error) {
    if (await isInstalled(store)) return undefined;
    throw error;
  }
}

async function updateModels(store: Store): Promise<undefined> {
  for (const model of chestXrayModels) {
    const known = JSON.stringify(sorted(await store.findModel(model.id)));
    if (known === JSON.stringify(sorted(model))) continue;
    await store.write({ accountId: ACCOUNT_ID }, (writer) => writer.insertModel(model));
  }
}

function sorted(record: object = {}): [string, unknown][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
