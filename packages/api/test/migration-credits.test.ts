import { expect, it } from "vitest";
import { createWorld, entryOf, idAt, START } from "./client.ts";
import { sumOf } from "./credit-chain.ts";
import { WITHOUT_CREDITS, WITHOUT_LEAKS, WITHOUT_WEBHOOKS } from "./earlier-versions.ts";
import { onEachDatabase } from "./migrated-databases.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

onEachDatabase((create) => {
  it("adds an entry for each earlier balance, except for empty ones", async () => {
    const { open, run, triggers } = await create();
    const before = await open();
    const world = await createWorld({ store: before, credits: 25 });
    const { organizationId, accountId } = world;
    const { body: empty } = await world.call("createOrganization", { body: { name: "Empty" } });
    await before.close();
    await run([
      ...[...triggers, ...WITHOUT_CREDITS, ...WITHOUT_WEBHOOKS, ...WITHOUT_LEAKS],
      "delete from migrations where version > 10",
    ]);

    const store = await open();
    const list = (id: string) => store.listCreditEntries({ organizationId: id }, { limit: 10 });
    const reason = "The balance from before entries were recorded.";
    const nobody = { actorApiKeyId: null, actorAccountId: null, datasetId: null };
    const first = { kind: "adjustment", amount: 25, organizationId, reason, ...nobody };
    expect(await list(organizationId)).toEqual([
      { ...first, id: expect.stringMatching(UUID), createdAt: expect.any(Number) },
    ]);
    expect(await list(empty.id)).toEqual([]);
    const entry = entryOf(organizationId, -20);
    const after = await store.write({ accountId }, (writer) => writer.addCreditEntry(entry));
    expect(after).toMatchObject({ credits: 5 });
    expect(sumOf(await list(organizationId))).toBe(5);
    await store.close();
  }, 60_000);

  it("records a balance that others change without an entry", async () => {
    const { open, run } = await create();
    const before = await open();
    const { organizationId, accountId } = await createWorld({ store: before, credits: 25 });
    await before.close();
    const other = idAt(START);
    const here = `where id = '${organizationId}'`;
    await run([
      // The previous release runs these statements. It does not know entries.
      `update organizations set credits = credits - 10 ${here} and credits >= 10`,
      `update organizations set name = 'Neurology' ${here}`,
      `update organizations set credits = credits ${here}`,
      `update organizations set credits = credits + 1000000000000 ${here}`,
      `insert into organizations (id, name, credits, "createdAt")
         values ('${other}', 'Other', 7, ${START})`,
      `insert into organizations (id, name, credits, "createdAt")
         values ('${idAt(START)}', 'Empty', 0, ${START})`,
    ]);

    const store = await open();
    const list = (id: string) => store.listCreditEntries({ organizationId: id }, { limit: 10 });
    const amounts = (await list(organizationId)).map(({ kind, amount }) => `${kind} ${amount}`);
    expect(amounts.sort()).toEqual(["adjustment -10", "adjustment 1000000000000", "grant 25"]);
    expect(await list(other)).toMatchObject([
      { id: expect.stringMatching(UUID), kind: "adjustment", amount: 7 },
    ]);
    for (const id of [organizationId, other]) {
      const [found] = await store.listOrganizations([id], START);
      expect(found?.credits).toBe(sumOf(await list(id)));
      const entry = entryOf(id, 1);
      await store.write({ accountId }, (writer) => writer.addCreditEntry(entry));
    }
    expect((await list(other)).map(({ kind }) => kind).sort()).toEqual(["adjustment", "grant"]);
    // The previous release deletes an organization without deleting entries.
    await run([`delete from organizations where id = '${other}'`]);
    expect(await list(other)).toEqual([]);
    await store.close();
  }, 60_000);
});
