import { expect, test } from "vitest";
import { expiryMail, leakMail, lowCreditsMail } from "./letters.ts";

const ID = "01939ae0-8f00-7b2c-9d3e-4f5a6b7c8d9e";
const LETTER = {
  to: "ada@example.com",
  origin: "https://api.example.com",
  apiKey: { id: ID, name: "CI", prefix: "sinkove_live_4fQx", last4: "9aZk" },
};

test("a mail about a leak says which key, where it was found, and what was done", () => {
  const url = "https://github.com/octocat/hello-world/blob/main/.env";
  const { text } = leakMail({ ...LETTER, url, policy: "revoke" });
  expect(text).toContain('The API key "CI" (sinkove_live_4fQx…9aZk) was reported');
  expect(text).toContain("https: //github.com/octocat/hello-world/blob/main/.env");
  expect(text).toContain("The key was revoked");
  expect(text).toContain(`https://api.example.com/console/api-keys/${ID}\n`);
  expect(leakMail({ ...LETTER, url: null, policy: "notify" }).text).toContain("still works");
});

test("a mail about a leak says how many keys of the leaked one still work", () => {
  const textFor = (createdKeys?: number) =>
    leakMail({ ...LETTER, url: null, policy: "revoke", ...(createdKeys && { createdKeys }) }).text;
  expect(textFor(1)).toContain("1 key that it created still works.");
  expect(textFor(12)).toContain("12 keys that it created still work.");
  expect(textFor(0)).not.toContain("that it created");
  expect(textFor()).not.toContain("that it created");
});

test("a stranger puts neither lines nor links into it", () => {
  const url = `https://evil.example/\r\n\r\nhttps://evil.example/sign-in\u202e${"x".repeat(5000)}`;
  const { text } = leakMail({ ...LETTER, url, policy: "disable" });
  expect(text.match(/https?:\/\/\S+/g)).toEqual([`https://api.example.com/console/api-keys/${ID}`]);
  expect(text).not.toMatch(/[\r\u202e]/);
  expect(text.length).toBeLessThan(1200);
});

test("a mail about an expiry says when, and where to prolong it", () => {
  const { text } = expiryMail({ ...LETTER, expiresAt: Date.UTC(2027, 0, 31) });
  expect(text).toContain("expires on Sun, 31 Jan 2027 00:00:00 GMT");
  expect(text).toContain(`/console/api-keys/${ID}\n`);
});

test("a mail about low credits says which organization, how many are left, and where to look", () => {
  const name = "Radiology\nhttps://evil.example/";
  const { to, origin } = LETTER;
  const letter = { to, origin, organization: { id: ID, name, credits: 1 }, threshold: 500 };
  const { text } = lowCreditsMail(letter);
  expect(text).toContain("has 1 credit left, fewer than the 500");
  expect(text.match(/https?:\/\/\S+/g)).toEqual([
    `https://api.example.com/console/organizations/${ID}`,
  ]);
});
