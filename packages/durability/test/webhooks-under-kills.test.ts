import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "@sinkove/temporary-postgres";
import { expect, onTestFinished, test } from "vitest";
import { killWebhooks } from "../src/webhooks/webhooks-under-kills.ts";

const places: Readonly<Record<string, () => Promise<string | undefined>>> = {
  "a server on SQLite": async () => undefined,
  "two servers on PostgreSQL": async () => {
    const { url, remove } = await createDatabase();
    onTestFinished(remove, 60_000);
    return url;
  },
};

// `npm run soak -- webhooks` runs longer.
test.each(Object.entries(places))(
  "each event of %s arrives, in order, though servers and receiver are killed",
  {
    timeout: 180_000,
  },
  async (_, open) => {
    const folder = await mkdtemp(join(tmpdir(), "sinkove-webhooks-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const databaseUrl = await open();
    const place = databaseUrl === undefined ? {} : { databaseUrl };
    const report = await killWebhooks({
      ...{ folder, ...place, events: 15, kills: 6, random: Math.random },
    });
    const nothing = { lost: [], disordered: [], invented: [], refused: [], complaints: [] };
    expect(report).toMatchObject(nothing);
    expect(report.events).toBeGreaterThanOrEqual(15);
  },
);
