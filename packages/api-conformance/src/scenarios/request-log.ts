import type { OperationId } from "@sinkove/contract";
import { expect } from "vitest";
import type { Call, Reply } from "./exchange.ts";
import { NOTHING } from "./operation-requests.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

interface Logged {
  readonly id: string;
  readonly operation: string;
  readonly status: number;
  readonly code: string | null;
  readonly occurredAt: string;
}

const idOf = ({ headers }: Reply) => headers.get("X-Request-ID") ?? "";

/** Waits until a request appears in the log. @throws Error if it does not within a few seconds */
async function logged(scene: Scene, requestId: string): Promise<Logged> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const { status, body } = await scene.call("getRequest", { path: { requestId } });
    if (status === 200) return body;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The log does not have the request ${requestId}.`);
}

async function sent(scene: Scene, id: OperationId, request?: Call): Promise<Logged> {
  return logged(scene, idOf(await scene.call(id, request)));
}

const list = async ({ call }: Scene, query: Readonly<Record<string, string>>) =>
  (await call("listRequests", { query })).body;

/** The request log. */
export const requestLog: readonly Scenario[] = [
  scenario("finds a request by its id, with who made it and how it ended", async (scene) => {
    const { id, secret: key } = await scene.issueKey();
    const found = await sent(scene, "listModels", { key });
    expect(found).toMatchObject({
      method: "GET",
      operation: "listModels",
      path: "/models",
      status: 200,
      code: null,
      reason: null,
      actor: { type: "api_key", id },
    });
    expect(Math.abs(Date.parse(found.occurredAt) - scene.now())).toBeLessThan(60_000);
  }),
  scenario("logs a request that was refused, and why", async (scene) => {
    const { secret: key } = await scene.issueKey({ scopes: ["models:read"] });
    const denied = await sent(scene, "listDatasets", { key });
    expect(denied).toMatchObject({ status: 403, code: "PERMISSION_DENIED", reason: "scope" });
    const lost = await sent(scene, "getDataset", { path: { datasetId: NOTHING } });
    expect(lost).toMatchObject({
      status: 404,
      code: "DATASET_NOT_FOUND",
      path: "/datasets/{datasetId}",
    });
  }),
  scenario("filters the log", async (scene) => {
    const { id: apiKeyId, secret: key } = await scene.issueKey();
    await sent(scene, "listModels", { key });
    const lost = await sent(scene, "getDataset", { key, path: { datasetId: NOTHING } });
    const only = async (query: Readonly<Record<string, string>>) =>
      (await list(scene, { apiKeyId, ...query })).map(({ operation }: Logged) => operation);
    expect((await only({})).sort()).toEqual(["getDataset", "listModels"]);
    expect(await only({ operation: "listModels" })).toEqual(["listModels"]);
    expect(await only({ statusClass: "4xx" })).toEqual(["getDataset"]);
    expect(await only({ code: "DATASET_NOT_FOUND" })).toEqual(["getDataset"]);
    expect(await only({ actorType: "person" })).toEqual([]);
    const later = new Date(Date.parse(lost.occurredAt) + 60_000).toISOString();
    expect(await only({ occurredAfter: later })).toEqual([]);
    expect(await only({ occurredBefore: later })).toHaveLength(2);
  }),
  scenario("gives the log page by page, newest first", async (scene) => {
    const { id: apiKeyId, secret: key } = await scene.issueKey();
    for (let count = 0; count < 3; count++) await sent(scene, "getMe", { key });
    const first = await scene.call("listRequests", { query: { apiKeyId, limit: "2" } });
    const next = /[?&]cursor=([^&>]+)/.exec(first.headers.get("Link") ?? "")?.[1] ?? "";
    const rest = await list(scene, { apiKeyId, limit: "2", cursor: decodeURIComponent(next) });
    const times = [...first.body, ...rest].map(({ occurredAt }: Logged) => occurredAt);
    expect(times).toHaveLength(3);
    expect(times).toEqual([...times].sort().reverse());
  }),
  scenario("finds no request that there is not", async (scene) => {
    const { body } = await scene.call("getRequest", { path: { requestId: NOTHING } });
    expect(body.code).toBe("REQUEST_NOT_FOUND");
  }),
  scenario(
    "keeps the log of each account to itself",
    async (scene) => {
      const other = await scene.newScene();
      const mine = await sent(scene, "listModels");
      await sent(other, "listModels");
      const path = { requestId: mine.id };
      expect((await other.call("getRequest", { path })).body.code).toBe("REQUEST_NOT_FOUND");
      const ids = (await list(other, { limit: "500" })).map(({ id }: Logged) => id);
      expect(ids).not.toContain(mine.id);
    },
    { needs: ["accounts"] },
  ),
];
