import { generateApiKey } from "@sinkove/api-key";
import { expect, it } from "vitest";
import { requestOf } from "./client.ts";
import { createGithub } from "./github.ts";
import { createTown, type Town } from "./people.ts";
import { addOrganization, onEachStore } from "./stores.ts";
import { openPost } from "./webhook-post.ts";

const URL_FOUND = "https://github.com/octocat/hello-world/blob/main/.env";

const report = (town: Town, apiKey: string, url: string | null = URL_FOUND) =>
  town.call("reportApiKeyLeak", { key: null, body: { apiKey, url } });

async function eventsOf(town: Town, apiKeyId: string) {
  const { body } = await town.call("listApiKeyEvents", { path: { apiKeyId } });
  return body.toReversed();
}

const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);

const setPolicy = (town: Town, leakPolicy: string, organizationId = town.organizationId) =>
  town.call("updateOrganization", { path: { organizationId }, body: { leakPolicy } });

const statusOf = async (town: Town, key: string) => {
  const { status, body } = await town.call("getMe", { key });
  return status === 200 ? "active" : body.code;
};

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

  it("disables a key, or only tells of it, if its organization wants that", async () => {
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

  it("answers alike for what is no key, an unknown key, and one of another environment", async () => {
    const town = await create({ leakReports: { limit: 100, windowSeconds: 60 } });
    const { secret } = await town.issueKey();
    const texts = [
      secret,
      secret,
      "password",
      generateApiKey("test"),
      generateApiKey("live"),
      `${secret}x`,
    ];
    const answers = new Set<string>();
    for (const text of texts) {
      const { status, headers, body } = await report(town, text);
      const shown = [...headers].filter(([name]) => name !== "x-request-id");
      answers.add(JSON.stringify([status, shown, body]));
    }
    expect(answers.size).toBe(1);
  });

  it("does not write anything for a report that changes nothing and is not new", async () => {
    const town = await create();
    await town.join("owner");
    await setPolicy(town, "notify");
    const { id, secret } = await town.issueKey();
    for (let count = 0; count < 3; count++) await report(town, ` ${secret}\n`);
    expect(typesOf(await eventsOf(town, id))).toEqual(["created", "leaked"]);
    for (let count = 0; count < 20; count++)
      await report(town, secret, `https://example.org/${count}`);
    expect(await eventsOf(town, id)).toHaveLength(11);
    expect(await town.notices("api-key-leaked")).toHaveLength(10);
    town.advance(24 * 60 * 60 * 1000 + 1);
    await report(town, secret);
    expect(await eventsOf(town, id)).toHaveLength(12);
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

  it("records one of many reports that come at once", async () => {
    const town = await create();
    await town.join("owner");
    const { id, secret } = await town.issueKey();
    await Promise.all(Array.from({ length: 8 }, () => report(town, secret)));
    expect(typesOf(await eventsOf(town, id))).toEqual(["created", "leaked", "revoked"]);
    expect(await town.notices("api-key-leaked")).toHaveLength(1);
  });

  it("hides a key in the URL, and cuts a URL that is too long", async () => {
    const town = await create({ githubKeys: github.findKey });
    await setPolicy(town, "notify");
    const { id, secret } = await town.issueKey();
    await report(town, secret, `https://example.org/?key=${secret}`);
    await sendGithub(town, [
      { token: secret, type: "key", url: `https://example.org/${"x".repeat(9000)}` },
    ]);
    const events = await eventsOf(town, id);
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(events[2].leak.url).toHaveLength(2000);
  });

  it("takes GitHub's reports, and tells GitHub which of them are keys", async () => {
    const town = await create({ githubKeys: github.findKey });
    const [first, second] = [await town.issueKey(), await town.issueKey()];
    const unknown = generateApiKey("test");
    const { status, body } = await sendGithub(town, [
      { token: first.secret, type: "sinkove_api_key", url: URL_FOUND, source: "content" },
      { token: unknown, type: "sinkove_api_key", url: "", source: "npm" },
      { token: second.secret, type: "sinkove_api_key", url: "", colour: "red" },
      { token: first.secret, type: "sinkove_api_key" },
    ]);
    expect(status).toBe(200);
    const labels = body.map(({ label }: { label: string }) => label);
    expect(labels).toEqual(["true_positive", "false_positive", "true_positive", "true_positive"]);
    expect(body[0].token_hash).toMatch(/^[\da-f]{64}$/);
    expect(JSON.stringify(body)).not.toContain(first.secret);
    for (const { id, secret } of [first, second]) {
      expect(await statusOf(town, secret)).toBe("API_KEY_REVOKED");
      const [, leaked] = await eventsOf(town, id);
      const url = id === first.id ? URL_FOUND : null;
      expect(leaked.leak).toEqual({ reportedBy: "github", url });
    }
  });

  it("takes nothing that GitHub has not signed", async () => {
    const town = await create({ githubKeys: github.findKey });
    const { secret } = await town.issueKey();
    const body = JSON.stringify([{ token: secret, type: "sinkove_api_key" }]);
    const wrong: Record<string, string>[] = [
      github.headersFor(`${body} `),
      createGithub().headersFor(body),
      { ...github.headersFor(body), "Github-Public-Key-Identifier": "another" },
    ];
    for (const headers of wrong) {
      const reply = await town.call("reportGithubLeaks", { key: null, headers, body });
      expect([reply.status, reply.body.code]).toEqual([400, "INVALID_REQUEST"]);
    }
    expect((await town.call("reportGithubLeaks", { key: null, body })).status).toBe(422);
    const keyless = await create();
    const headers = github.headersFor(body);
    const reply = await keyless.call("reportGithubLeaks", { key: null, headers, body });
    expect(reply.status).toBe(400);
    expect(await statusOf(town, secret)).toBe("active");
  });

  it("parses nothing that GitHub has not signed", async () => {
    const town = await create({ githubKeys: github.findKey });
    for (const body of ["{", "[{}]", `[${"{},".repeat(300_000)}{}]`]) {
      const headers = { ...github.headersFor("[]"), "Content-Type": "application/json" };
      const refused = await town.call("reportGithubLeaks", { key: null, headers, body });
      expect([refused.status, refused.body.detail]).toEqual([
        400,
        expect.stringContaining("signature"),
      ]);
    }
    const signed = { ...github.headersFor("[{}]"), "Content-Type": "application/json" };
    const reply = await town.call("reportGithubLeaks", {
      key: null,
      headers: signed,
      body: "[{}]",
    });
    expect(reply.status).toBe(422);
  });
});

const github = createGithub();

function sendGithub(town: Town, reports: readonly object[]) {
  const body = JSON.stringify(reports);
  return town.call("reportGithubLeaks", { key: null, headers: github.headersFor(body), body });
}

it("limits reports of one address, before the body is read", async () => {
  const { api, log } = await createTown();
  const send = async (network: string) => {
    const request = requestOf("reportApiKeyLeak", { key: null, body: { apiKey: "x" } });
    const { method, url, headers } = request;
    let isRead = false;
    const readBody = async () => {
      isRead = true;
      return new Uint8Array(await request.arrayBuffer());
    };
    const reply = await api.handle({ method, url, headers, network, readBody });
    return { ...reply, isRead };
  };
  for (let count = 0; count < 10; count++) expect((await send("192.0.2.1")).status).toBe(202);
  const refused = await send("192.0.2.1");
  expect([refused.status, refused.isRead]).toEqual([429, false]);
  expect(refused.headers["Retry-After"]).toBe("6");
  expect(log.at(-1)).toMatchObject({ code: "RATE_LIMIT_EXCEEDED", reason: "report_limit" });
  expect((await send("192.0.2.2")).status).toBe(202);
});

it("asks the database only for what has the checksum of a key", async () => {
  const town = await createTown();
  const asked: string[] = [];
  const { findCredentials } = town.store;
  Object.assign(town.store, {
    findCredentials: (hash: string) => {
      asked.push(hash);
      return findCredentials(hash);
    },
  });
  const key = generateApiKey("test");
  const damaged = key.slice(0, -1) + (key.endsWith("0") ? "1" : "0");
  for (const text of ["", "x", damaged, generateApiKey("live"), "x".repeat(1000)])
    await town.call("reportApiKeyLeak", { key: null, body: { apiKey: text || " " } });
  expect(asked).toEqual([]);
  await report(town, key);
  expect(asked).toHaveLength(1);
});
