import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import {
  SinkoveError,
  type UnwrapOptions,
  unwrap,
  type WebhookBody,
  WebhookError,
} from "../webhooks.ts";

const SECRET = "whsec_RXhhbXBsZVNlY3JldEZvclRoZURvY3NPbmx5MDAwMDE=";
const OTHER = "whsec_QW5vdGhlclNlY3JldEZvclRlc3RzT25seTAwMDAwMDE=";
const NOW = Date.UTC(2026, 10, 24, 10);
const EVENT = { id: "1", type: "dataset.ready", data: { datasetId: "ü" } };
const BODY = JSON.stringify(EVENT);
const ID = "msg_1";

/** Headers as another implementation of the standard creates them. */
function headersOf(body = BODY, { secret = SECRET, at = NOW, id = ID } = {}) {
  return {
    "webhook-id": id,
    "webhook-timestamp": `${Math.floor(at / 1000)}`,
    "webhook-signature": new Webhook(secret).sign(id, new Date(at), body),
  };
}

const open = (
  headers: Parameters<typeof unwrap>[1],
  {
    body = BODY,
    secret = SECRET as string | string[],
    ...options
  }: Partial<{ body: WebhookBody; secret: string | string[] } & UnwrapOptions> = {},
) => unwrap(body, headers, secret, { now: () => NOW, ...options });

const codeOf = (opened: Promise<unknown>) =>
  opened.then(
    () => "accepted",
    (error: unknown) => (error instanceof WebhookError ? error.code : `${error}`),
  );

describe("unwrap", () => {
  it("returns the event that another implementation of the standard has signed", async () => {
    expect(await open(headersOf())).toEqual(EVENT);
  });

  it("returns an event or throws an error of this package, whatever its arguments are", async () => {
    const throws = () => {
      throw new Error("a");
    };
    const odd = fc.constantFrom<unknown>(
      ...[{ get: throws }, { get: () => 5 }, { get: () => ["a"] }, { now: 5 }, { now: throws }],
      ...[[Symbol("a")], new Array(1), null],
      ...[{ toleranceSeconds: Symbol("a") }, { toleranceSeconds: 5n }],
    );
    const argument = fc.oneof(odd, fc.anything({ withBigInt: true, withNullPrototype: true }));
    const valid: unknown[] = [BODY, headersOf(), SECRET, { now: () => NOW }];
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 3 }), argument, async (index, value) => {
        const args = valid.with(index, value) as unknown as Parameters<typeof unwrap>;
        const error = await unwrap(...args).catch((thrown: unknown) => thrown);
        if (error instanceof Error) expect(error).toBeInstanceOf(SinkoveError);
        else expect(error).toEqual(EVENT);
      }),
      { numRuns: 500 },
    );
  });

  it("takes the first of several headers of a name", async () => {
    const headers: Record<string, string> = headersOf();
    const get = (name: string) => [headers[name], "other"] as unknown as string;
    expect(await open({ get })).toEqual(EVENT);
  });

  it("takes the body as text and as bytes", async () => {
    const bytes = new TextEncoder().encode(BODY);
    const longer = new Uint8Array([0, ...bytes, 0]);
    const part = longer.subarray(1, -1);
    for (const body of [BODY, bytes, bytes.buffer, Buffer.from(BODY), part])
      expect(await open(headersOf(), { body })).toEqual(EVENT);
  });

  it("takes bytes of another realm, as tests in Jest have them", async () => {
    const bytes = [...new TextEncoder().encode(BODY)];
    for (const made of ["new Uint8Array(bytes)", "new Uint8Array(bytes).buffer"]) {
      const body: WebhookBody = runInNewContext(made, { bytes });
      expect(body).not.toBeInstanceOf(Uint8Array);
      expect(await open(headersOf(), { body })).toEqual(EVENT);
    }
  });

  it("takes Headers, and objects with names in any case and with lists", async () => {
    const headers = headersOf();
    const upper = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    const lists = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    );
    for (const each of [new Headers(headers), upper, lists])
      expect(await open(each)).toEqual(EVENT);
  });

  it("accepts any of several secrets and of several signatures", async () => {
    const [mine, other] = [headersOf(), headersOf(BODY, { secret: OTHER })];
    const both = `${other["webhook-signature"]} v1a,AAAA ${mine["webhook-signature"]}`;
    expect(await open({ ...mine, "webhook-signature": both })).toEqual(EVENT);
    expect(await open(mine, { secret: [OTHER, SECRET] })).toEqual(EVENT);
    expect(await codeOf(open(mine, { secret: [OTHER] }))).toBe("WEBHOOK_SIGNATURE_MISMATCH");
  });

  it("refuses a body, an id or a time that is not the signed one", async () => {
    const mine = headersOf();
    const changed = [
      open(mine, { body: `${BODY} ` }),
      open({ ...mine, "webhook-id": "msg_2" }),
      open({ ...mine, "webhook-timestamp": `${NOW / 1000 + 1}` }),
    ];
    const codes = await Promise.all(changed.map(codeOf));
    expect([...new Set(codes)]).toEqual(["WEBHOOK_SIGNATURE_MISMATCH"]);
  });

  it("refuses every change of the body", async () => {
    const mine = headersOf();
    const change = fc.record({ at: fc.nat(BODY.length - 1), bit: fc.integer({ min: 0, max: 6 }) });
    const property = fc.asyncProperty(change, async ({ at, bit }) => {
      const bytes = new TextEncoder().encode(BODY);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      expect(await codeOf(open(mine, { body: bytes }))).toBe("WEBHOOK_SIGNATURE_MISMATCH");
    });
    await fc.assert(property, { numRuns: 50 });
  });

  it.each([
    ["", "WEBHOOK_HEADERS_MISSING"],
    [" ", "WEBHOOK_SIGNATURE_MISMATCH"],
    ["v1,", "WEBHOOK_SIGNATURE_MISMATCH"],
    ["v1,%%%", "WEBHOOK_SIGNATURE_MISMATCH"],
    ["v1,AAAA", "WEBHOOK_SIGNATURE_MISMATCH"],
    ["v2,AAAA", "WEBHOOK_SIGNATURE_MISMATCH"],
    [`${"v1,AAAA ".repeat(10_000)}`, "WEBHOOK_SIGNATURE_MISMATCH"],
  ])("refuses a bad signature: case %#", async (signature, code) => {
    expect(await codeOf(open({ ...headersOf(), "webhook-signature": signature }))).toBe(code);
  });

  it("refuses a signature without its version", async () => {
    const mine = headersOf();
    const bare = mine["webhook-signature"].replace("v1,", "");
    const headers = { ...mine, "webhook-signature": bare };
    expect(await codeOf(open(headers))).toBe("WEBHOOK_SIGNATURE_MISMATCH");
  });

  it.each([["webhook-id"], ["webhook-timestamp"], ["webhook-signature"]])(
    "refuses a request without %s",
    async (name) => {
      const headers = Object.fromEntries(
        Object.entries(headersOf()).filter(([each]) => each !== name),
      );
      expect(await codeOf(open(headers))).toBe("WEBHOOK_HEADERS_MISSING");
    },
  );

  it.each(["", "now", "-1", "1e9", "0x10", "١٢٣", "9".repeat(13)])(
    "refuses the time %j",
    async (time) => {
      const headers = { ...headersOf(), "webhook-timestamp": time };
      expect(await codeOf(open(headers))).toBe("WEBHOOK_HEADERS_MISSING");
    },
  );

  it("refuses what is more than five minutes old or ahead, or what the program allows", async () => {
    const at = (seconds: number) => headersOf(BODY, { at: NOW + 1000 * seconds });
    const codes = await Promise.all(
      [-301, -300, 300, 301].map((seconds) => codeOf(open(at(seconds)))),
    );
    expect(codes).toEqual(["WEBHOOK_TOO_OLD", "accepted", "accepted", "WEBHOOK_TOO_NEW"]);
    expect(await codeOf(open(at(-11), { toleranceSeconds: 10 }))).toBe("WEBHOOK_TOO_OLD");
    expect(await codeOf(open(at(-9999), { toleranceSeconds: 10_000 }))).toBe("accepted");
    for (const toleranceSeconds of [-1, Number.NaN])
      await expect(open(at(0), { toleranceSeconds })).rejects.toMatchObject({
        code: "INVALID_ARGUMENT",
      });
  });

  it.each(["", "   ", "not a secret", "whsec_", "whsec_%%%", `sk_${SECRET}`])(
    "says that a secret cannot be right, and does not repeat it: case %#",
    async (secret) => {
      const error = await open(headersOf(), { secret }).catch((reason: Error) => reason);
      expect(error).toMatchObject({ name: "ConfigurationError" });
      if (secret.length > 6) expect((error as Error).message).not.toContain(secret);
    },
  );

  it("says that there is no secret", async () => {
    for (const secret of [[], undefined, null as never])
      await expect(unwrap(BODY, headersOf(), secret)).rejects.toMatchObject({
        code: "CONFIGURATION",
      });
  });

  it("says that a body was parsed already", async () => {
    for (const body of [EVENT, null, undefined, 5])
      await expect(unwrap(body as never, headersOf(), SECRET)).rejects.toThrow("express.raw");
  });

  it("refuses headers that are none", async () => {
    for (const headers of [null, undefined, "webhook-id: 1", Promise.resolve(new Headers())])
      await expect(open(headers as never)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it("takes headers of any name", async () => {
    const names = ["then", "get", "__proto__", "constructor", "toString"];
    const others = Object.fromEntries(names.map((name) => [name, "1"]));
    expect(await open({ ...others, ...headersOf() })).toEqual(EVENT);
    expect(await codeOf(open(others))).toBe("WEBHOOK_HEADERS_MISSING");
  });

  it("refuses a signed body that is not an event", async () => {
    for (const body of ["", "[]", "null", "5", "{", '{"id":"1"}', '{"type":1}', `\ufeff${BODY}`])
      expect(await codeOf(open(headersOf(body), { body }))).toBe("WEBHOOK_BODY_INVALID");
  });
});
