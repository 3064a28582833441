import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { pythonWith, whyNoPython } from "@sinkove/python";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, type Scene } from "../src/scenarios/scenario.ts";
import type { Target } from "../src/scenarios/target.ts";
import { createMockTarget } from "./targets/mock.ts";
import { createSocketTarget } from "./targets/socket.ts";

const TIME = 180_000;

// This needs a newer Python than the other tests.
const obstacle = await whyNoPython("official-client");
const title = "the official Python client";

async function run(python: string, file: string, scene: Scene) {
  const { key, baseUrl, organizationId, modelId } = scene;
  const { PATH } = process.env;
  const env = { PATH, SINKOVE_API_KEY: key, SINKOVE_API_URL: baseUrl };
  const script = join(import.meta.dirname, file);
  const { stdout } = await promisify(execFile)(python, [script, organizationId, modelId], { env });
  return JSON.parse(stdout);
}

describe.skipIf(obstacle !== undefined)(obstacle ? `${title} (${obstacle})` : title, () => {
  let python: string;
  let target: Target;
  let mock: Target;
  beforeAll(async () => {
    python = await pythonWith("official-client");
    target = await createSocketTarget();
    mock = await createMockTarget({ port: 0 });
  }, TIME);
  afterAll(async () => {
    await target.close();
    await mock.close();
  });

  it("lists organizations, and creates, lists and gets a dataset", {
    timeout: TIME,
  }, async () => {
    const scene = await openScene(target);
    const told = await run(python, "official-client.py", scene);
    const { body } = await scene.call("listDatasets");
    const [{ id }] = body;
    expect(told).toEqual({
      organizations: [scene.organizationId],
      name: "Radiology",
      created: id,
      listed: [id],
      found: id,
      state: "PENDING",
      args: { prompt: "cardiomegaly" },
    });
  });

  it("downloads from the mock server what its clock has made ready", {
    timeout: TIME,
  }, async () => {
    const told = await run(python, "official-client-mock.py", await openScene(mock));
    expect(told).toEqual({ states: ["PENDING", "STARTED", "READY"], broken: null });
  });
});
