import { expect, it } from "vitest";
import { eventsOf, report, setPolicy, statusOf, typesOf, URL_FOUND } from "./leaked-key.ts";
import { createTown } from "./people.ts";
import { addOrganization, onEachStore } from "./stores.ts";
import { openPost } from "./webhook-post.ts";

onEachStore((open) => {
  const create = (options = {}) => createTown({ store: open.store(), ...options });

  it("revokes a reported key before it answers, says who and where, and mails its owners", async () => {
    const town = await create();
    const owner = await town.join("owner");
    const { id, secret, prefix, last4 } = await town.issueKey({ name: "CI" });
    const { status, body } = await report(town, secret);
    expect([status, body.length]).toEqual([202, 0]);
    expect(await statusOf(town, secret)).toBe("API_KEY_REVOKED");
    const events = await eventsOf(town, id);
    expect(typesOf(events)).toEqual(["created", "leaked", "revoked"]);
    const leak = { reportedBy: "anyone", url: URL_FOUND };
    for (const event of events.slice(1)) {
      expect(event).toMatchObject({ actor: null, actorApiKeyId: null, leak, expiry: null });
      expect(event.requestId).not.toBeNull();
    }
    expect(events[2].changes).toHaveProperty("revokedAt");
    const mails = await town.notices("api-key-leaked");
    expect(mails).toEqual([
      {
        kind: "api-key-leaked",
        to: owner.email,
        apiKey: { id, name: "CI", prefix, last4 },
        leak,
        policy: "revoke",
        createdKeys: 0,
      },
    ]);
    const said = JSON.stringify([events, mails, town.log]);
    expect(said).not.toContain(secret);
  });

  it.each([
    ["revoke", ["api_key.leaked", "api_key.revoked"]],
    ["disable", ["api_key.leaked"]],
    ["notify", ["api_key.leaked"]],
  ])("are sent to webhooks once, with the policy %s", async (policy, types) => {
    const town = await create();
    const post = openPost(town);
    await post.register({ events: ["api_key.leaked", "api_key.revoked"] });
    await setPolicy(town, policy);
    const { id, secret } = await town.issueKey();
    await report(town, secret);
    await report(town, secret);
    await post.deliverer.deliverDue();
    expect(post.bodies()).toMatchObject(types.map((type) => ({ type, data: { apiKeyId: id } })));
    expect(post.received).toHaveLength(types.length);
    expect(JSON.stringify(post.received)).not.toContain(secret);
  });

  it("disables a key or only reports it, by the organization's policy", async () => {
    const town = await create();
    await town.join("owner");
    const { id, secret } = await town.issueKey();
    expect((await setPolicy(town, "notify")).body.leakPolicy).toBe("notify");
    await report(town, secret);
    expect(await statusOf(town, secret)).toBe("active");
    await setPolicy(town, "disable");
    await report(town, secret, "https://example.org/elsewhere");
    expect(await statusOf(town, secret)).toBe("API_KEY_DISABLED");
    expect(typesOf(await eventsOf(town, id))).toEqual(["created", "leaked", "leaked", "disabled"]);
    const mails = await town.notices("api-key-leaked");
    expect(mails.map(({ policy }) => policy)).toEqual(["notify", "disable"]);
  });

  it("takes the strictest policy of the organizations that a key reaches", async () => {
    const town = await create();
    const other = await addOrganization(town);
    await setPolicy(town, "notify");
    await setPolicy(town, "disable", other);
    const narrow = await town.issueKey({ organizationIds: [town.organizationId] });
    const wide = await town.issueKey();
    for (const { secret } of [narrow, wide]) await report(town, secret);
    expect(await statusOf(town, narrow.secret)).toBe("active");
    expect(await statusOf(town, wide.secret)).toBe("API_KEY_DISABLED");
  });

  it("revokes a key that reaches no organization", async () => {
    const town = await create();
    await setPolicy(town, "notify");
    const loner = await town.signUp("Ada");
    const { body: issued } = await loner.call("createApiKey", { body: { name: "x" } });
    await report(town, issued.secret);
    expect(await statusOf(town, issued.secret)).toBe("API_KEY_REVOKED");
    expect(await town.notices("api-key-leaked")).toMatchObject([{ to: loner.email }]);
  });

  it("acts again on a key that was enabled again, and never on one that is revoked", async () => {
    const town = await create();
    await setPolicy(town, "disable");
    const { id, secret } = await town.issueKey();
    const path = { apiKeyId: id };
    await report(town, secret);
    await town.call("updateApiKey", { path, body: { enabled: true } });
    await report(town, secret);
    expect(await statusOf(town, secret)).toBe("API_KEY_DISABLED");
    await town.call("revokeApiKey", { path, body: {} });
    const before = await eventsOf(town, id);
    await report(town, secret, "https://example.org/after");
    expect(await eventsOf(town, id)).toEqual(before);
  });
});
