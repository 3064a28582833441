import { expect, it } from "vitest";
import { bootstrap, createApi } from "../src/index.ts";
import { idAt } from "./client.ts";
import { createTown, type Person, type Town } from "./people.ts";
import { onEachStore } from "./stores.ts";
import { openPost } from "./webhook-post.ts";

const DAY = 24 * 60 * 60 * 1000;

onEachStore((open) => {
  const create = (options = {}) => createTown({ store: open.store(), ...options });

  /** Creates a key of a person that expires in a number of days. */
  async function issue(town: Town, days: number): Promise<{ ada: Person; apiKeyId: string }> {
    const ada = await town.signUp("Ada");
    const body = { name: "CI", expiresAt: timestamp(town, days) };
    const { body: issued } = await ada.call("createApiKey", { body });
    return { ada, apiKeyId: issued.id };
  }

  const timestamp = (town: Town, days: number) => new Date(town.now() + days * DAY).toISOString();

  async function noticesOf(ada: Person, apiKeyId: string): Promise<number[]> {
    const { body } = await ada.call("listApiKeyEvents", { path: { apiKeyId } });
    const notices = body.filter(({ type }: { type: string }) => type === "expiring");
    return notices.map(({ expiry }: { expiry: { daysBefore: number } }) => expiry.daysBefore);
  }

  const mailsTo = async (town: Town, { email }: Person) =>
    (await town.notices("api-key-expiring")).filter(({ to }) => to === email);

  it("are given at 30, 7 and 1 days, each once, as an event and a mail", async () => {
    const town = await create();
    const { ada, apiKeyId } = await issue(town, 40);
    const given: (readonly [number, number])[] = [];
    for (let day = 0; day <= 41; day++) {
      for (let time = 0; time < 3; time++) await town.api.notifyExpiring();
      given.push([day, (await noticesOf(ada, apiKeyId)).length]);
      town.advance(DAY);
    }
    const changes = given.filter(([, count], day) => count !== (given[day - 1]?.[1] ?? 0));
    expect(changes).toEqual([
      [10, 1],
      [33, 2],
      [39, 3],
    ]);
    expect(await noticesOf(ada, apiKeyId)).toEqual([1, 7, 30]);
    const mails = await mailsTo(town, ada);
    expect(mails).toHaveLength(3);
    expect(mails[0]).toMatchObject({
      to: ada.email,
      apiKey: { id: apiKeyId, name: "CI" },
    });
    const { body } = await ada.call("listApiKeyEvents", { path: { apiKeyId } });
    expect(body[0]).toMatchObject({ type: "expiring", actor: null, requestId: null, leak: null });
    expect(body[0].expiry.expiresAt).toBe(new Date(town.now() - 2 * DAY).toISOString());
  });

  it("are sent to the webhooks of the key's organizations, each once", async () => {
    const town = await create();
    const post = openPost(town);
    await post.register({ events: ["api_key.expiring"] });
    const { id } = await town.issueKey({ expiresAt: timestamp(town, 8) });
    for (let day = 0; day <= 8; day++) {
      await town.api.notifyExpiring();
      await town.api.notifyExpiring();
      await post.deliverer.deliverDue();
      town.advance(DAY);
    }
    const event = { type: "api_key.expiring", data: { apiKeyId: id } };
    expect(post.bodies()).toMatchObject([event, event]);
    expect(post.received).toHaveLength(2);
  });

  it.each([
    [0.5, []],
    [1, []],
    [3, [1]],
    [7, [1]],
    [8, [1, 7]],
    [30, [1, 7]],
    [31, [1, 7, 30]],
  ])(
    "of a key that is made for %s days are those that lie after its creation",
    async (days, expected) => {
      const town = await create();
      const { ada, apiKeyId } = await issue(town, days);
      for (let step = 0; step < days + 1; step += 0.25) {
        await town.api.notifyExpiring();
        town.advance(DAY / 4);
      }
      expect(await noticesOf(ada, apiKeyId)).toEqual(expected);
    },
  );

  it("that were missed are skipped, except the latest", async () => {
    const town = await create();
    const { ada, apiKeyId } = await issue(town, 40);
    town.advance(35 * DAY);
    await town.api.notifyExpiring();
    expect(await noticesOf(ada, apiKeyId)).toEqual([7]);
  });

  it("do not come again when the clock is set back", async () => {
    const town = await create();
    const { ada, apiKeyId } = await issue(town, 40);
    town.advance(34 * DAY);
    await town.api.notifyExpiring();
    for (const days of [-20, 10, 10]) {
      town.advance(days * DAY);
      await town.api.notifyExpiring();
    }
    expect(await noticesOf(ada, apiKeyId)).toEqual([7]);
    town.advance(5.5 * DAY);
    await town.api.notifyExpiring();
    expect(await noticesOf(ada, apiKeyId)).toEqual([1, 7]);
  });

  it("are sent once by several servers that start at the same time, and after a restart", async () => {
    const town = await create();
    const { ada, apiKeyId } = await issue(town, 40);
    town.advance(11 * DAY);
    const secret = "a secret for tests, and for nothing else";
    const shared = { store: open.store(), secret, environment: "test", clock: town.now } as const;
    const servers = Array.from({ length: 5 }, () => createApi(shared));
    await Promise.all(servers.map((server) => server.notifyExpiring()));
    expect(await noticesOf(ada, apiKeyId)).toEqual([30]);
    await createApi(shared).notifyExpiring();
    expect(await noticesOf(ada, apiKeyId)).toEqual([30]);
    expect(await mailsTo(town, ada)).toHaveLength(1);
  });

  it("start again after a new expiry is set, without those that had already passed", async () => {
    const town = await create();
    const { ada, apiKeyId } = await issue(town, 40);
    town.advance(34 * DAY);
    await town.api.notifyExpiring();
    const change = (days: number | null) =>
      ada.call("updateApiKey", {
        path: { apiKeyId },
        body: { expiresAt: days === null ? null : timestamp(town, days) },
      });
    expect((await change(6)).status).toBe(200);
    await town.api.notifyExpiring();
    expect(await noticesOf(ada, apiKeyId)).toEqual([7]);
    await change(40);
    town.advance(11 * DAY);
    await town.api.notifyExpiring();
    expect(await noticesOf(ada, apiKeyId)).toEqual([30, 7]);
    await change(5);
    await town.api.notifyExpiring();
    expect(await noticesOf(ada, apiKeyId)).toEqual([30, 7]);
    town.advance(4.5 * DAY);
    await town.api.notifyExpiring();
    expect(await noticesOf(ada, apiKeyId)).toEqual([1, 30, 7]);
    await change(null);
    town.advance(DAY / 4);
    await town.api.notifyExpiring();
    expect(await noticesOf(ada, apiKeyId)).toEqual([1, 30, 7]);
  });

  it("are not given for the end of a short grace period, nor for keys that nobody can use", async () => {
    const town = await create();
    const rotated = await issue(town, 60);
    const revoked = await issue(town, 40);
    const disabled = await issue(town, 40);
    await rotated.ada.call("rotateApiKey", { path: { apiKeyId: rotated.apiKeyId }, body: {} });
    await revoked.ada.call("revokeApiKey", { path: { apiKeyId: revoked.apiKeyId }, body: {} });
    const enabled = (is: boolean) =>
      disabled.ada.call("updateApiKey", {
        path: { apiKeyId: disabled.apiKeyId },
        body: { enabled: is },
      });
    await enabled(false);
    for (let step = 0; step < 12; step++) {
      await town.api.notifyExpiring();
      town.advance(step < 4 ? DAY / 4 : DAY * 1.5);
    }
    for (const { ada, apiKeyId } of [rotated, revoked, disabled])
      expect(await noticesOf(ada, apiKeyId)).toEqual([]);
    await enabled(true);
    await town.api.notifyExpiring();
    expect(await noticesOf(disabled.ada, disabled.apiKeyId)).toEqual([30]);
  });

  it("are given for more keys than are read at once", async () => {
    const town = await create();
    const ada = await town.signUp("Ada");
    const [issued] = await Promise.all([
      ada.call("createApiKey", { body: { name: "x", expiresAt: timestamp(town, 40) } }),
    ]);
    const apiKey = await town.store.findApiKey(ada.id, issued.body.id);
    if (!apiKey) throw new Error("The key is not there.");
    await town.store.write({ accountId: ada.id }, async (writer) => {
      for (let count = 0; count < 250; count++) {
        const own = { id: idAt(town.now()), hash: crypto.randomUUID() };
        await writer.insertApiKey({ ...apiKey, ...own, expiresAt: town.now() + 40 * DAY + count });
      }
    });
    town.advance(11 * DAY);
    await town.api.notifyExpiring();
    expect(await mailsTo(town, ada)).toHaveLength(251);
  });
});

it("are events of accounts without a person, and no mails", async () => {
  const town = await createTown();
  const { store, now } = town;
  const options = {
    environment: "test",
    accountName: "A",
    organizationName: "B",
    credits: 0,
  } as const;
  const { accountId, apiKeyId } = await bootstrap(store, { ...options, clock: now });
  const expiresAt = now() + 40 * DAY;
  await store.write({ accountId }, (writer) => writer.updateApiKey(apiKeyId, { expiresAt }));
  town.advance(11 * DAY);
  await town.api.notifyExpiring();
  const [event] = await store.listApiKeyEvents(apiKeyId, { limit: 1 });
  expect(event).toMatchObject({ type: "expiring", expiry: { expiresAt, daysBefore: 30 } });
  const send = async () => expect.unreachable("A mail to nobody.");
  await town.hireMailer({ send }).deliverDue();
  expect(town.mailLog).toEqual([]);
});
