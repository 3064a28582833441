import { expect, test } from "vitest";
import { createMemoryStore } from "../memory.ts";
import type { Credentials, Store } from "../store.ts";
import { withCachedCredentials } from "./cached-credentials.ts";

/** A store that counts its look-ups, and answers them when it is told to. */
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

async function nameOf(found: Promise<Credentials | undefined>): Promise<string | undefined> {
  return (await found)?.account.name;
}

test("looks a key up once while nothing is committed", async () => {
  const { store, lookUps, answer } = countingStore();
  const cached = withCachedCredentials(store, () => 1);
  const first = cached.findCredentials("hash");
  answer();
  expect(await nameOf(first)).toBe("before");
  expect(await nameOf(cached.findCredentials("hash"))).toBe("before");
  expect(lookUps()).toBe(1);
});

test("looks a key up anew after a commit", async () => {
  const { store, rename, answer } = countingStore();
  let revision = 1;
  const cached = withCachedCredentials(store, () => revision);
  const first = cached.findCredentials("hash");
  answer();
  await first;
  rename("after");
  revision = 2;
  const second = cached.findCredentials("hash");
  answer();
  expect(await nameOf(second)).toBe("after");
});

test("keeps nothing of a look-up that a commit overtook", async () => {
  const { store, rename, answer } = countingStore();
  let revision = 1;
  const cached = withCachedCredentials(store, () => revision);
  const overtaken = cached.findCredentials("hash");
  rename("after");
  revision = 2;
  answer();
  expect(await nameOf(overtaken)).toBe("before");
  const next = cached.findCredentials("hash");
  answer();
  expect(await nameOf(next)).toBe("after");
});

test("keeps nothing while the revision is not known", async () => {
  const { store, lookUps, answer } = countingStore();
  const cached = withCachedCredentials(store, () => {
    throw new Error("disk I/O error");
  });
  for (let round = 0; round < 2; round++) {
    const found = cached.findCredentials("hash");
    answer();
    expect(await nameOf(found)).toBe("before");
  }
  expect(lookUps()).toBe(2);
});
