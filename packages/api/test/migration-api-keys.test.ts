import { expect, it } from "vitest";
import { createWorld } from "./client.ts";
import { WITHOUT_CREATORS } from "./earlier-versions.ts";
import { onEachDatabase } from "./migrated-databases.ts";

onEachDatabase((create) => {
  it("finds the creators of keys in their events", async () => {
    const { open, run, own, triggers } = await create();
    const before = await open();
    const { call, issueKey, apiKeyId, accountId } = await createWorld({ store: before });
    const child = await issueKey();
    const path = { apiKeyId: child.id };
    const { body: successor } = await call("rotateApiKey", { path, key: child.secret });
    const orphan = await issueKey();
    await before.close();
    await run([
      ...triggers,
      ...own,
      ...WITHOUT_CREATORS,
      // As after a command of the operator, whose key is not in the database.
      `update "apiKeyEvents" set "actorApiKeyId" = 'nobody' where "apiKeyId" = '${orphan.id}'`,
    ]);

    const store = await open();
    const creatorOf = async (id: string) =>
      (await store.findApiKey(accountId, id))?.createdByApiKeyId;
    expect(await creatorOf(apiKeyId)).toBeNull();
    expect(await creatorOf(child.id)).toBe(apiKeyId);
    expect(await creatorOf(successor.id)).toBe(child.id);
    expect(await creatorOf(orphan.id)).toBeNull();
    await store.close();
  }, 60_000);
});
