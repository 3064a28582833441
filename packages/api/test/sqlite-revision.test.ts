import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Store } from "../src/index.ts";
import { openSqliteStore } from "../src/store/sql/sqlite.ts";
import { createWorld } from "./client.ts";

let folder: string;
let own: Store;
let other: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sinkove-revision-"));
  const file = join(folder, "store.db");
  own = await openSqliteStore({ file });
  other = await openSqliteStore({ file, isBesideServer: true });
});
afterEach(async () => {
  await Promise.all([own.close(), other.close()]);
  await rm(folder, { recursive: true });
});

it.each(["its own", "another"] as const)(
  "refuses a key that it has just seen from the moment at which it is revoked over %s connection",
  async (whose) => {
    const { call, accountId, apiKeyId, now } = await createWorld({ store: own });
    for (let round = 0; round < 3; round++) expect((await call("getMe")).status).toBe(200);
    const store = whose === "another" ? other : own;
    await store.write({ accountId }, (writer) =>
      writer.updateApiKey(apiKeyId, { revokedAt: now() }),
    );
    expect((await call("getMe")).body.code).toBe("API_KEY_REVOKED");
  },
);
