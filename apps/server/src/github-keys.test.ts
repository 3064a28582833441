import { StoreUnavailableError } from "@sinkove/api";
import { expect, test } from "vitest";
import { createGithubKeys } from "./github-keys.ts";

const MINUTE = 60_000;

const listOf = (...identifiers: string[]) =>
  JSON.stringify({
    public_keys: identifiers.map((key_identifier) => ({
      key_identifier,
      key: `the key ${key_identifier}`,
      is_current: true,
    })),
  });

function setUp(first: string) {
  const github = { answer: first, reads: 0, now: 0 };
  const find = createGithubKeys({
    location: { kind: "url", url: "https://github.example/keys" },
    monotonic: () => github.now,
    read: async () => {
      github.reads += 1;
      if (github.answer === "") throw new Error("no network");
      return github.answer;
    },
  });
  return { github, find };
}

test("keys are read with the first report, once for all that come together, and again after an hour", async () => {
  const { github, find } = setUp(listOf("a"));
  expect(github.reads).toBe(0);
  const together = await Promise.all([find("a"), find("a"), find("b")]);
  expect(together).toEqual(["the key a", "the key a", undefined]);
  github.now = 59 * MINUTE;
  await find("a");
  expect(github.reads).toBe(1);
  github.now = 60 * MINUTE;
  github.answer = listOf("b");
  expect(await find("a")).toBeUndefined();
  expect(github.reads).toBe(2);
});

test("unknown identifiers cannot make the server ask more often than each five minutes", async () => {
  const { github, find } = setUp(listOf("a"));
  for (let count = 0; count < 60; count++) {
    await find(`unknown ${count}`);
    github.now += MINUTE;
  }
  expect(github.reads).toBe(12);
  github.answer = listOf("a", "new");
  github.now += 5 * MINUTE;
  expect(await find("new")).toBe("the key new");
});

test("known keys go on while the others cannot be read", async () => {
  const { github, find } = setUp(listOf("a"));
  await find("a");
  github.answer = "";
  github.now = 10 * MINUTE;
  await expect(find("b")).rejects.toThrow(StoreUnavailableError);
  expect(await find("a")).toBe("the key a");
  await expect(find("b")).rejects.toThrow("no network");
  expect(github.reads).toBe(2);
  github.answer = listOf("b");
  github.now += 5 * MINUTE;
  expect(await find("b")).toBe("the key b");
});

test.each(["null", "[]", "{}", '{"public_keys":{}}', '{"public_keys":[{"key":"x"}]}', "<html>"])(
  "an answer that is %s is a failure, not a list without keys",
  async (answer) => {
    await expect(setUp(answer).find("a")).rejects.toThrow(StoreUnavailableError);
  },
);
