import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openScene, type Scene } from "../../src/api/scenario.ts";
import type { Target } from "../../src/api/target.ts";
import { createMockTarget } from "./targets/mock.ts";
import { installOfficialClient } from "./targets/python.ts";
import { createSocketTarget } from "./targets/socket.ts";

const TIME = 180_000;

let python: string;
let target: Target;
let mock: Target;
beforeAll(async () => {
  python = await installOfficialClient();
  target = await createSocketTarget();
  mock = await createMockTarget({ port: 0 });
}, TIME);
afterAll(async () => {
  await target.close();
  await mock.close();
});

async function run(file: string, scene: Scene) {
  const { key, baseUrl, organizationId, modelId } = scene;
  const { PATH } = process.env;
  const env = { PATH, SINKOVE_API_KEY: key, SINKOVE_API_URL: baseUrl };
  const script = join(import.meta.dirname, file);
  const { stdout } = await promisify(execFile)(python, [script, organizationId, modelId], { env });
  return JSON.parse(stdout);
}

it("lets the official Python client list organizations, create, list and get a dataset", {
  timeout: TIME,
}, async () => {
  const scene = await openScene(target);
  const told = await run("official-client.py", scene);
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

it("lets the official Python client download from the mock server what its clock has made ready", {
  timeout: TIME,
}, async () => {
  const told = await run("official-client-mock.py", await openScene(mock));
  expect(told).toEqual({ states: ["PENDING", "STARTED", "READY"], broken: null });
});
