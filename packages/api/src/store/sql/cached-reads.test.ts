import { expect, test } from "vitest";
import { createMemoryStore } from "../memory.ts";
import type { Credentials, Store } from "../store.ts";
import { LEASE, withCachedReads } from "./cached-reads.ts";

/** A store that counts its look-ups, and resolves them when the test says so. */
function countingStore() {
  const waiting: (() => void)[] = [];
  let [lookUps, name] = [0, "before"];
  const store: Store = {
    ...createMemoryStore(),
    async findCredentials() {
      lookUps += 1;
      const found = { account: { name } } as unknown as Credentials; // nothing else is looked at
      await new Promise<void>((resolve) => waiting.push(resolve));
      return found;
    },
  };
  return {
    store,
    lookUps: () => lookUps,
    rename: (other: string) => {
      name = other;
    },
    answer: () => waiting.shift()?.(),
  };
}

/** The same store behind a cache, with a clock and a revision that the test sets. */
function cachedStore() {
  const counting = countingStore();
  const world = { now: 0, revision: 1 };
  const cached = withCachedReads(counting.store, {
    revision: () => {
      if (world.revision === 0) throw new Error("disk I/O error");
      return world.revision;
    },
    monotonic: () => world.now,
  });
  const find = async (): Promise<string | undefined> => {
    const found = cached.findCredentials("hash");
    counting.answer();
    return (await found)?.account.name;
  };
  const write = () => cached.write({ accountId: "a" }, async () => {});
  return { ...counting, world, cached, find, write };
}

test("looks a key up once while nothing is committed", async () => {
  const { find, lookUps, world } = cachedStore();
  expect(await find()).toBe("before");
  world.now += 10 * LEASE;
  expect(await find()).toBe("before");
  expect(lookUps()).toBe(1);
});

test("has what it has found at hand", async () => {
  const { find, cached } = cachedStore();
  await find();
  expect(cached.findCredentials("hash")).toMatchObject({ account: { name: "before" } });
});

test("looks a key up anew after a write of its own, at once", async () => {
  const { find, rename, write } = cachedStore();
  await find();
  rename("after");
  await write();
  expect(await find()).toBe("after");
});

test("forgets after a write that failed, too: it may have been committed", async () => {
  const { find, cached, lookUps } = cachedStore();
  await find();
  const failing = cached.write({ accountId: "a" }, async () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  await find();
  expect(lookUps()).toBe(2);
});

test("looks a key up anew once the lease has run out and another process has committed", async () => {
  const { find, rename, world } = cachedStore();
  await find();
  rename("after");
  world.revision = 2;
  world.now += LEASE - 1;
  expect(await find()).toBe("before");
  world.now += 1;
  expect(await find()).toBe("after");
});

test.each(["its own write", "another process"])(
  "keeps nothing of a look-up that a commit by %s overtook",
  async (whose) => {
    const { cached, find, rename, answer, write, world } = cachedStore();
    const overtaken = cached.findCredentials("hash");
    rename("after");
    if (whose === "its own write") await write();
    else Object.assign(world, { revision: 2, now: world.now + LEASE });
    answer();
    expect((await overtaken)?.account.name).toBe("before");
    expect(await find()).toBe("after");
  },
);

test("keeps nothing while the revision is not known", async () => {
  const { find, lookUps, world } = cachedStore();
  world.revision = 0;
  await find();
  await find();
  expect(lookUps()).toBe(2);
});
