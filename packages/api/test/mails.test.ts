import { expect, it } from "vitest";
import { MailSendError, savePerson } from "../src/index.ts";
import { MAIL_RETRY_AFTER } from "../src/mails/deliverer.ts";
import { createTown, type Person, type Town } from "./people.ts";
import { onEachStore } from "./stores.ts";

const LEASE = 120_000;
const refused = (isFinal: boolean) => new MailSendError("ECONNREFUSED", { isFinal });

onEachStore((open) => {
  const create = () => createTown({ store: open.store() });

  /** Reports a new key as leaked, which sends mails to the owners of its organization. */
  async function leak(town: Town): Promise<void> {
    const { secret: apiKey } = await town.issueKey({ name: "CI" });
    const { status } = await town.call("reportApiKeyLeak", { key: null, body: { apiKey } });
    expect(status).toBe(202);
  }

  /** Creates a deliverer that calls `send` for mails to the person, and delivers mails to others. */
  function hire(town: Town, { email }: Person, send: () => Promise<void>) {
    let count = 0;
    const mailer = town.hireMailer({
      send: async (to) => {
        if (to !== email) return;
        count += 1;
        await send();
      },
    });
    return { ...mailer, count: () => count };
  }

  it("are sent once to each owner", async () => {
    const town = await create();
    const owners = [await town.join("owner"), await town.join("owner")];
    await town.join("member");
    await leak(town);
    for (let time = 0; time < 2; time++) {
      const mails = await town.notices("api-key-leaked");
      const addresses = mails.map(({ to }) => to).sort();
      expect(addresses).toEqual(owners.map(({ email }) => email).sort());
    }
    expect(town.mailLog).toEqual([]);
  });

  it("are retried on a schedule, and then abandoned with a line in the log", async () => {
    const town = await create();
    const owner = await town.join("owner");
    await leak(town);
    const { deliverDue, count } = hire(town, owner, () => Promise.reject(refused(false)));
    for (const [failures, delay] of MAIL_RETRY_AFTER.entries()) {
      await deliverDue();
      expect(count()).toBe(failures + 1);
      expect(town.mailLog.at(-1)).toMatchObject({ level: "warn", message: "mail not sent yet" });
      town.advance(delay - 1);
      await deliverDue();
      expect(count()).toBe(failures + 1);
      town.advance(1);
    }
    await deliverDue();
    const said = { kind: "api-key-leaked", error: "ECONNREFUSED" };
    expect(town.mailLog.at(-1)).toMatchObject({
      level: "error",
      message: "mail not sent",
      ...said,
    });
    town.advance(30 * 24 * 60 * 60 * 1000);
    await deliverDue();
    expect(count()).toBe(MAIL_RETRY_AFTER.length + 1);
    expect(JSON.stringify(town.mailLog)).not.toContain(owner.email);
  });

  it("are abandoned at once if they are rejected permanently", async () => {
    const town = await create();
    const owner = await town.join("owner");
    await leak(town);
    const { deliverDue, count } = hire(town, owner, () => Promise.reject(refused(true)));
    await deliverDue();
    town.advance(LEASE);
    await deliverDue();
    expect(count()).toBe(1);
    expect(town.mailLog).toMatchObject([{ level: "error", message: "mail not sent" }]);
  });

  it("are retried after an unknown error, whose text is not logged", async () => {
    const town = await create();
    const owner = await town.join("owner");
    await leak(town);
    const { deliverDue } = hire(town, owner, () => Promise.reject(new Error(owner.email)));
    await deliverDue();
    expect(town.mailLog).toMatchObject([{ level: "warn", error: "unknown" }]);
    expect(JSON.stringify(town.mailLog)).not.toContain(owner.email);
    town.advance(1000);
    expect(await town.notices("api-key-leaked")).toHaveLength(1);
  });

  it("are sent again if their deliverer was killed, whose later writes are rejected", async () => {
    const town = await create();
    const owner = await town.join("owner");
    await leak(town);
    let fail = (_error: Error): void => {};
    const killed = hire(
      town,
      owner,
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    const late = killed.deliverDue();
    await expect.poll(killed.count).toBe(1);
    town.advance(LEASE - 1);
    expect(await town.notices("api-key-leaked")).toEqual([]);
    town.advance(1);
    const next = hire(town, owner, async () => {
      fail(refused(true));
      await late;
    });
    await next.deliverDue();
    expect([next.count(), town.mailLog]).toEqual([1, []]);
    town.advance(LEASE);
    expect(await town.notices("api-key-leaked")).toEqual([]);
  });

  it("are sent once by several deliverers", async () => {
    const town = await create();
    for (let count = 0; count < 4; count++) await town.join("owner");
    for (let count = 0; count < 3; count++) await leak(town);
    const mailers = Array.from({ length: 4 }, () => town.hireMailer());
    await Promise.all(mailers.map(({ deliverDue }) => deliverDue()));
    expect(await town.notices("api-key-leaked")).toHaveLength(12);
  });

  it("go to the address that a person has when they are sent, and to no deleted account", async () => {
    const town = await create();
    await town.join("owner");
    const [moved, gone] = [await town.join("owner"), await town.join("owner")];
    await leak(town);
    const email = `new.${moved.email}`;
    await savePerson(open.store(), { ...moved, email, emailVerified: true, now: town.now() });
    expect((await gone.call("deleteMe")).status).toBe(204);
    const addresses: string[] = [];
    await town.hireMailer({ send: async (to) => void addresses.push(to) }).deliverDue();
    expect(addresses).toContain(email);
    for (const { email } of [moved, gone]) expect(addresses).not.toContain(email);
    town.advance(LEASE);
    await town.hireMailer({ send: async (to) => void addresses.push(to) }).deliverDue();
    expect(addresses.filter((each) => each === email)).toHaveLength(1);
  });

  it("are undone with the change that they report", async () => {
    const town = await create();
    const owner = await town.join("owner");
    const { organizationId: id, accountId } = town;
    const failing = open.store().write({ accountId }, async (writer) => {
      await writer.insertMails([
        {
          id: crypto.randomUUID(),
          accountId: owner.id,
          notice: {
            kind: "credits-low",
            organization: { id, name: "Radiology", credits: 1 },
            threshold: 2,
          },
          failures: 0,
          nextAttemptAt: town.now(),
          leaseToken: null,
          leaseExpiresAt: null,
          createdAt: town.now(),
        },
      ]);
      throw new Error("The change fails.");
    });
    await expect(failing).rejects.toThrow("The change fails.");
    expect(await town.notices("credits-low")).toEqual([]);
  });
});
