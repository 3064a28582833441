import { expect, it } from "vitest";
import { createWorld, idAt, START } from "./client.ts";
import { WITHOUT_COMPACT_REQUESTS } from "./earlier-versions.ts";
import { onEachDatabase } from "./migrated-databases.ts";

onEachDatabase((create) => {
  it("keeps the requests of a log whose rows had texts in place of numbers", async () => {
    const { open, run, triggers } = await create();
    const before = await open();
    const { accountId, apiKeyId } = await createWorld({ store: before });
    await before.close();
    const usual = { accountId, method: "GET", operationId: "listModels", path: "/models" };
    const byKey = { actorType: "api_key", actorId: apiKeyId, apiKeyId } as const;
    const byPerson = { actorType: "person", actorId: accountId, apiKeyId: null } as const;
    const success = { status: 200, statusClass: "2xx", code: null, reason: null };
    const denied = { status: 403, statusClass: "4xx", code: "PERMISSION_DENIED", reason: "scope" };
    const client = { address: "2001:db8::7", userAgent: "it's \u{1f600}", durationMs: 0.125 };
    const unknown = { address: null, userAgent: null, durationMs: 2 };
    const made = [
      { ...usual, ...byKey, ...success, ...client },
      { ...usual, ...byKey, ...denied, ...unknown },
      { ...usual, ...byPerson, ...success, ...unknown },
      { ...usual, ...byKey, ...success, ...unknown },
    ].map((each, index) => ({ ...each, id: idAt(START + index), createdAt: START + index }));
    await run([
      ...triggers,
      ...WITHOUT_COMPACT_REQUESTS,
      ...made.map((each) => insertionOf("requests", each)),
      insertionOf("requestCounts", { accountId, requests: made.length }),
    ]);

    const store = await open();
    const list = () => store.listRequests({ accountId, within: null, from: 0 }, { limit: 10 });
    expect(await list()).toEqual(made.toReversed());
    // The migrated requests are counted: of more than two, the oldest are deleted.
    await store.addRequests([], { before: 0, rows: 2 });
    expect(await list()).toHaveLength(2);
    await store.close();
  }, 60_000);
});

function insertionOf(table: string, row: Readonly<Record<string, string | number | null>>): string {
  const columns = Object.keys(row).map((name) => `"${name}"`);
  const cells = Object.values(row).map((cell) =>
    typeof cell === "string" ? `'${cell.replaceAll("'", "''")}'` : `${cell}`,
  );
  return `insert into "${table}" (${columns.join()}) values (${cells.join()})`;
}
