import { expect, it } from "vitest";
import type { RequestRecord } from "../src/index.ts";
import { PURGED_REQUESTS } from "../src/store/request-log.ts";
import { START } from "./client.ts";
import { ask, idsOf, KEEP_ALL, logged, personal, recordOf } from "./request-log.ts";
import { addOrganization, onEachStore } from "./stores.ts";

onEachStore((open) => {
  it("finds requests by key, actor, operation, class, code and time", async () => {
    const world = await open.world();
    const other = await world.issueKey();
    const own = { apiKeyId: other.id, actorId: other.id };
    const denied = { status: 403, statusClass: "4xx", code: "PERMISSION_DENIED" as const };
    const made = {
      first: recordOf(world, { createdAt: START + 1 }),
      byOther: recordOf(world, { createdAt: START + 2, ...own }),
      byPerson: recordOf(world, { createdAt: START + 3, ...personal(world) }),
      denied: recordOf(world, { createdAt: START + 4, ...denied }),
      created: recordOf(world, { createdAt: START + 5, operationId: "createDataset" }),
    };
    await world.store.addRequests(Object.values(made), KEEP_ALL);
    world.advance(1000);
    const at = (offset: number) => new Date(START + offset).toISOString();
    const range = { occurredAfter: at(1), occurredBefore: at(6) };
    const found = async (query: Record<string, string>) => idsOf(await logged(world, query));
    const of = (...names: (keyof typeof made)[]) => names.map((name) => made[name].id);
    expect(await found(range)).toEqual(of("created", "denied", "byPerson", "byOther", "first"));
    expect(await found({ ...range, apiKeyId: other.id.toUpperCase() })).toEqual(of("byOther"));
    expect(await found({ ...range, actorType: "person" })).toEqual(of("byPerson"));
    expect(await found({ ...range, actorType: "api_key", apiKeyId: other.id })).toEqual(
      of("byOther"),
    );
    expect(await found({ ...range, actorType: "person", apiKeyId: other.id })).toEqual([]);
    expect(await found({ ...range, operation: "createDataset" })).toEqual(of("created"));
    expect(await found({ ...range, statusClass: "4xx" })).toEqual(of("denied"));
    expect(await found({ ...range, statusClass: "5xx" })).toEqual([]);
    expect(await found({ ...range, code: "PERMISSION_DENIED" })).toEqual(of("denied"));
    const narrow = { occurredAfter: at(2), occurredBefore: at(4) };
    expect(await found(narrow)).toEqual(of("byPerson", "byOther"));
  });

  it("refuses filters that the contract does not have", async () => {
    const { call } = await open.world();
    const wrong = { statusClass: "9xx", actorType: "robot", code: "NONE", apiKeyId: "x" };
    const wrongMoments = { occurredAfter: "2026-02-30T00:00:00Z", operation: "get me" };
    for (const [name, value] of Object.entries({ ...wrong, ...wrongMoments })) {
      const { status } = await call("listRequests", { query: { [name]: value } });
      expect([name, status]).toEqual([name, 422]);
    }
  });

  it("pages through requests of the same moment without a gap or a repetition", async () => {
    const world = await open.world();
    const limited = await world.issueKey({ organizationIds: [world.organizationId] });
    const own = { apiKeyId: limited.id, actorId: limited.id };
    const made = Array.from({ length: 7 }, (_, index) =>
      recordOf(world, { ...own, createdAt: START + Math.floor(index / 3) }),
    );
    await world.store.addRequests(made, KEEP_ALL);
    const expected = idsOf(
      made.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)),
    );
    world.advance(1000);
    const occurredBefore = new Date(START + 500).toISOString();
    for (const key of [world.key, limited.secret]) {
      const found: string[] = [];
      const first = { limit: "2", apiKeyId: limited.id, occurredBefore };
      for (let query: Record<string, string> | undefined = first; query; ) {
        const { body, headers } = await world.call("listRequests", { query, key });
        found.push(...idsOf(body));
        const next = /<(.*)>/.exec(headers.get("Link") ?? "")?.[1];
        query = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
      }
      expect(found).toEqual(expected);
    }
  });

  it("shows a limited key the requests of keys within its organizations, and nobody else's", async () => {
    const world = await open.world();
    const a = world.organizationId;
    const b = await addOrganization(world);
    const limited = await world.issueKey({ organizationIds: [a] });
    const keys = {
      inA: await world.issueKey({ organizationIds: [a] }),
      inB: await world.issueKey({ organizationIds: [b] }),
      inBoth: await world.issueKey({ organizationIds: [a, b] }),
      everywhere: await world.issueKey(),
    };
    const made = Object.entries(keys).map(([name, { id }]) => {
      const record = recordOf(world, { apiKeyId: id, actorId: id, createdAt: START + 1 });
      return [name, record] as const;
    });
    const person = recordOf(world, { ...personal(world), createdAt: START + 1 });
    await world.store.addRequests([...made.map(([, record]) => record), person], KEEP_ALL);
    world.advance(1000);
    const reached = made.filter(([name]) => name === "inA").map(([, { id }]) => id);
    const { secret } = limited;
    expect(idsOf(await logged(world, {}, secret))).toEqual(reached);
    expect(await logged(world, { actorType: "person" }, secret)).toEqual([]);
    expect(await logged(world, { apiKeyId: keys.inB.id }, secret)).toEqual([]);
    const statuses: number[] = [];
    for (const { id } of [...made.map(([, record]) => record), person]) {
      const reply = await world.call("getRequest", { path: { requestId: id }, key: secret });
      statuses.push(reply.status);
      expect(reply.status === 200 || reply.body.code === "REQUEST_NOT_FOUND").toBe(true);
    }
    expect(statuses).toEqual([200, 404, 404, 404, 404]);
    const everything = await logged(world, { occurredAfter: new Date(START + 1).toISOString() });
    expect(idsOf(everything)).toEqual(expect.arrayContaining([person.id]));
  });

  it("shows a limited key the failures of many keys, however many kinds of failures there are", async () => {
    const world = await open.world();
    const organizationIds = [world.organizationId];
    const { secret } = await world.issueKey({ organizationIds });
    const made: RequestRecord[] = [];
    for (let index = 0; index < 110; index++) {
      const { id } = await world.issueKey({ organizationIds });
      const failed = { status: 409, statusClass: "4xx", createdAt: START + index } as const;
      const paths = Array.from({ length: 6 }, (_, nth) => `/path/${index}/${nth}`);
      for (const path of paths)
        made.push(recordOf(world, { ...failed, apiKeyId: id, actorId: id, path }));
    }
    await world.store.addRequests(made, KEEP_ALL);
    world.advance(1000);
    const found = await logged(world, { statusClass: "4xx", limit: "6" }, secret);
    const newest = idsOf(made.slice(-6)).sort().reverse();
    expect(idsOf(found)).toEqual(newest);
  });

  it("answers 404 for a request that is unknown or of another account", async () => {
    const [world, other] = [await open.world(), await open.world()];
    await ask(other);
    const [foreign] = await logged(other);
    for (const requestId of [foreign.id, crypto.randomUUID()]) {
      const { status, body } = await world.call("getRequest", { path: { requestId } });
      expect([status, body.code]).toEqual([404, "REQUEST_NOT_FOUND"]);
    }
    expect(idsOf(await logged(world))).not.toContain(foreign.id);
    const path = { requestId: foreign.id.toUpperCase() };
    expect((await other.call("getRequest", { path })).status).toBe(200);
  });

  it("shows a request for 30 days, or as long as the API is told", async () => {
    const usual = await open.world();
    const brief = await open.world({ requestLog: { days: 1, rows: 10 } });
    const day = 24 * 60 * 60 * 1000;
    for (const [world, days] of [[usual, 30] as const, [brief, 1] as const]) {
      await ask(world);
      const [{ id }] = await logged(world, { operation: "listModels" });
      const path = { requestId: id };
      world.advance(days * day);
      expect((await world.call("getRequest", { path })).status).toBe(200);
      world.advance(1);
      expect((await world.call("getRequest", { path })).status).toBe(404);
      const occurredAfter = new Date(START - day).toISOString();
      expect(await logged(world, { operation: "listModels", occurredAfter })).toEqual([]);
    }
  });

  it("does not show requests that are too old but not deleted yet", async () => {
    const world = await open.world();
    const made = Array.from({ length: 2 * PURGED_REQUESTS + 10 }, (_, index) =>
      recordOf(world, { createdAt: START - index }),
    );
    await world.store.addRequests(made, KEEP_ALL);
    world.advance(30 * 24 * 60 * 60 * 1000);
    const [newest, next] = made;
    const replies = [newest, next].map((each) =>
      world.call("getRequest", { path: { requestId: each?.id ?? "" } }),
    );
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 404]);
    expect(idsOf(await logged(world, { operation: "listModels" }))).toEqual([newest?.id]);
  });
});
