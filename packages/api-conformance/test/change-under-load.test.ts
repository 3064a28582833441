import { afterAll, beforeAll, expect, it } from "vitest";
import { changeUnderLoad } from "../src/scenarios/change-under-load.ts";
import { openScene, type Scene } from "../src/scenarios/scenario.ts";
import type { Target } from "../src/scenarios/target.ts";
import { createSocketTarget } from "./targets/socket.ts";

let target: Target;
beforeAll(async () => {
  target = await createSocketTarget();
});
afterAll(() => target.close());

type Change = (scene: Scene, path: { apiKeyId: string }) => ReturnType<Scene["call"]>;

const update =
  (body: object): Change =>
  ({ call }, path) =>
    call("updateApiKey", { path, body });

const changes: readonly (readonly [what: string, change: Change])[] = [
  ["revoked", ({ call }, path) => call("revokeApiKey", { path })],
  ["disabled", update({ enabled: false })],
  ["narrowed", update({ scopes: ["usage:read"] })],
  ["expired", update({ expiresAt: "2020-01-01T00:00:00Z" })],
  [
    "rotated with no grace",
    ({ call }, path) => call("rotateApiKey", { path, body: { gracePeriodSeconds: 0 } }),
  ],
];

it.each(changes)(
  "accepts no request that was sent after the answer: a key that is %s, used by 50 connections",
  async (_, change) => {
    const scene = await openScene(target);
    const { id, secret: key } = await scene.issueKey();
    const tally = await changeUnderLoad(scene, {
      key,
      connections: 50,
      sentAfter: 10,
      change: () => change(scene, { apiKeyId: id }),
    });
    expect(tally.acceptedBefore).toBeGreaterThanOrEqual(200);
    expect(tally).toMatchObject({ sentAfter: 500, acceptedAfter: 0 });
  },
  120_000,
);
