import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requireGithubSignature } from "../src/leaks/github-signature.ts";
import { createGithub } from "./github.ts";

/**
 * The example in GitHub's documentation, "Secret scanning partner program", with GitHub's key. One of its numbers has
 * 31 bytes.
 */
const DOCUMENTED = {
  pem: "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYAGMWO8XgCamYKMJS6jc/qgvSlAd\nAjPuDPRcXU22YxgBrz+zoN19MzuRyW87qEt9/AmtoNP5GrobzUvQSyJFVw==\n-----END PUBLIC KEY-----\n",
  body: '[{"source":"commit","token":"some_token","type":"some_type","url":"https://example.com/base-repo-url/"}]',
  signature:
    "MEQCIQDaMKqrGnE27S0kgMrEK0eYBmyG0LeZismAEz/BgZyt7AIfXt9fErtRS4XaeSt/AO1RtBY66YcAdjxji410VQV4xg==",
};

const github = createGithub();
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function isAccepted(body: string, signature: string, findKey = github.findKey) {
  const report = { identifier: "current", signature, bytes: bytesOf(body) };
  return requireGithubSignature(report, findKey).then(
    () => true,
    ({ code }) => {
      expect(code).toBe("INVALID_REQUEST");
      return false;
    },
  );
}

const signatureOf = (body: string, by = github) =>
  by.headersFor(body)["Github-Public-Key-Signature"] ?? "";

const goesOn = (signature: string) =>
  Buffer.concat([Buffer.from(signature, "base64"), Buffer.alloc(1)]).toString("base64");

describe("the signature of GitHub", () => {
  it("is accepted for any body, whatever the length of its numbers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        expect(await isAccepted(text, signatureOf(text))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it("is refused for another body, and if one bit of it is changed", async () => {
    const body = '[{"token":"x","type":"y"}]';
    const signature = Buffer.from(signatureOf(body), "base64");
    expect(await isAccepted(`${body} `, signature.toString("base64"))).toBe(false);
    for (let bit = 0; bit < 8 * signature.length; bit++) {
      const changed = Buffer.from(signature);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect([bit, await isAccepted(body, changed.toString("base64"))]).toEqual([bit, false]);
    }
  });

  it.each([
    ["nothing", ""],
    ["no base64", "not/base64!"],
    ["numbers that are missing", "MAA="],
    ["a sequence that goes on", goesOn(signatureOf("x"))],
    ["two zeros", Buffer.from("3006020100020100", "hex").toString("base64")],
    ["a number that is longer than the text", Buffer.from("3003027f01", "hex").toString("base64")],
  ])("is refused if it is %s", async (_, signature) => {
    expect(await isAccepted("x", signature)).toBe(false);
  });

  it("is refused if another key has made it, or one of another curve", async () => {
    expect(await isAccepted("x", signatureOf("x", createGithub()))).toBe(false);
    const other = createGithub("P-384");
    expect(await isAccepted("x", signatureOf("x", other), other.findKey)).toBe(false);
    expect(await isAccepted("x", signatureOf("x"), async () => "no key")).toBe(false);
    expect(await isAccepted("x", signatureOf("x"), async () => undefined)).toBe(false);
  });

  it("of the example in GitHub's documentation is accepted", async () => {
    const { pem, body, signature } = DOCUMENTED;
    expect(await isAccepted(body, signature, async () => pem)).toBe(true);
    expect(await isAccepted(`${body}\n`, signature, async () => pem)).toBe(false);
  });
});
