import { generateApiKey } from "@sinkove/api-key";
import { expect, it } from "vitest";
import { requestOf } from "./client.ts";
import { eventsOf, github, report, sendGithub, setPolicy, typesOf } from "./leaked-key.ts";
import { createTown } from "./people.ts";
import { onEachStore } from "./stores.ts";

onEachStore((open) => {
  const create = (options = {}) => createTown({ store: open.store(), ...options });

  it("responds in the same way to a text that is not a key, an unknown key and a key of another environment", async () => {
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

  it("counts in the mail the living keys that were created with the leaked one", async () => {
    const town = await create();
    await town.join("owner");
    const leaked = await town.issueKey();
    const make = async (key?: string): Promise<{ readonly id: string; readonly secret: string }> =>
      (
        await town.call("createApiKey", {
          ...(key !== undefined && { key }),
          body: { name: "child" },
        })
      ).body;
    const rotate = async ({ id: apiKeyId }: { readonly id: string }, key?: string) =>
      (await town.call("rotateApiKey", { path: { apiKeyId }, ...(key !== undefined && { key }) }))
        .body;
    const child = await make(leaked.secret);
    const grandchild = await make(child.secret);
    await rotate(grandchild, child.secret);
    const dead = await make(leaked.secret);
    await town.call("revokeApiKey", { path: { apiKeyId: dead.id } });
    await make();
    const successor = await rotate(leaked);
    await make(successor.secret);
    await report(town, leaked.secret);
    const [mail] = await town.notices("api-key-leaked");
    expect(mail).toMatchObject({ policy: "revoke", createdKeys: 3 });
  });

  it("records one of many simultaneous reports", async () => {
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
});

it("limits reports from one address, before the body is read", async () => {
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

it("only looks texts with the checksum of a key up in the database", async () => {
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
