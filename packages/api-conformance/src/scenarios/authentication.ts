import { type OperationId, operations } from "@sinkove/contract";
import { expect } from "vitest";
import { pathWith } from "./exchange.ts";
import { environmentOf, forgeKey } from "./key-form.ts";
import { NOTHING } from "./operation-requests.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

type Authorization = (scene: Scene) => string;

const ours = ({ key }: Scene) => environmentOf(key);
const other = (scene: Scene) => (ours(scene) === "live" ? "test" : "live");

/** Texts that are not valid keys, with the expected reason. */
const REFUSED: readonly (readonly [what: string, reason: string, value: Authorization])[] = [
  ["an empty header", "missing", () => ""],
  ["a scheme with no key", "missing", () => "Bearer"],
  ["the Basic scheme", "wrong_scheme", ({ key }) => `Basic ${key}`],
  ["a key with no scheme", "wrong_scheme", ({ key }) => key],
  ["an unexpanded variable", "placeholder", () => "Bearer $SINKOVE_API_KEY"],
  ["the text of the docs", "placeholder", () => "Bearer YOUR_API_KEY"],
  [
    "a key with a space in it",
    "whitespace",
    ({ key }) => `Bearer ${key.slice(0, 20)} ${key.slice(20)}`,
  ],
  ["a key that was cut", "malformed", ({ key }) => `Bearer ${key.slice(0, -1)}`],
  ["a key that is too long", "malformed", ({ key }) => `Bearer ${key}0`],
  ["another service's key", "malformed", () => `Bearer ${"a".repeat(51)}`],
  ["a key in quotation marks", "malformed", ({ key }) => `Bearer "${key}"`],
  ["a key with a changed character", "checksum_mismatch", ({ key }) => `Bearer ${changed(key)}`],
  ["a key with two characters swapped", "checksum_mismatch", ({ key }) => `Bearer ${swapped(key)}`],
  [
    "a key of the other environment",
    "wrong_environment",
    (scene) => `Bearer ${forgeKey(other(scene))}`,
  ],
  ["a key that nobody issued", "unknown", (scene) => `Bearer ${forgeKey(ours(scene))}`],
];

function changed(key: string): string {
  return key.slice(0, 20) + (key[20] === "x" ? "y" : "x") + key.slice(21);
}

/** Swaps the first two different neighbours in the random part of a key. */
function swapped(key: string): string {
  const at = [...key].findIndex((digit, index) => index > 13 && digit !== key[index + 1]);
  return `${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}`;
}

const refusals = REFUSED.map(([what, reason, value]) =>
  scenario(`refuses ${what} as ${reason}`, async (scene) => {
    const headers = { Authorization: value(scene) };
    const reply = await scene.call("getMe", { key: null, headers });
    expect(reply).toMatchObject({ status: 401, body: { code: "INVALID_API_KEY", reason } });
    expect(JSON.stringify(reply.body)).not.toContain(scene.key.slice(13));
    const challenge = reply.headers.get("WWW-Authenticate");
    if (reason === "missing") expect(challenge).toBe('Bearer realm="sinkove"');
    else expect(challenge).toMatch(/^Bearer realm="sinkove", error="invalid_token"/);
  }),
);

const closed = Object.values(operations).filter(({ isPublic }) => !isPublic);
const forPeople = closed.filter(({ schemes }) => !schemes.includes("apiKey"));

/** The API accepts keys only in the Authorization header. */
export const authentication: readonly Scenario[] = [
  ...refusals,
  ...["Bearer", "bearer", "BEARER", "Bearer  ", "bEaReR    "].map((scheme) =>
    scenario(`accepts the scheme written ${JSON.stringify(scheme)}`, async ({ call, key }) => {
      const headers = { Authorization: `${scheme} ${key}` };
      expect((await call("getMe", { key: null, headers })).status).toBe(200);
    }),
  ),
  ...closed.map(({ id }: { id: OperationId }) =>
    scenario(`asks for a key on ${id}, and says nothing else`, async ({ call }) => {
      const reply = await call(id, { key: null, path: pathWith(id, "x"), ...bodyFor(id) });
      expect(reply).toMatchObject({ status: 401, body: { reason: "missing" } });
    }),
  ),
  ...forPeople.map(({ id }: { id: OperationId }) =>
    scenario(`refuses a key on ${id}, which is for people`, async ({ call }) => {
      const { status, body } = await call(id, { path: pathWith(id, NOTHING), ...bodyFor(id) });
      expect([status, body.code]).toEqual([403, "PERMISSION_DENIED"]);
    }),
  ),
  scenario("refuses a key in the query string, and does not repeat it", async ({ call, key }) => {
    for (const query of [{ api_key: key }, { note: key }, { token: "anything" }]) {
      const reply = await call("listDatasets", { query });
      expect(reply).toMatchObject({ status: 400, body: { code: "INVALID_REQUEST" } });
      expect(JSON.stringify(reply.body)).not.toContain(key);
    }
  }),
  scenario("gives every response a request id of its own", async ({ call }) => {
    const replies = await Promise.all([call("getMe"), call("getMe"), call("getMe", { key: null })]);
    const ids = new Set(replies.map(({ headers }) => headers.get("X-Request-ID")));
    expect(ids.size).toBe(3);
    expect(ids).toContain(replies[2]?.body.requestId);
  }),
];

/** An invalid body: the API must check the key before the body. */
function bodyFor(id: OperationId): { text?: string } {
  return operations[id].body ? { text: "{" } : {};
}
