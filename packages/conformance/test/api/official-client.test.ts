import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openScene } from "../../src/api/scenario.ts";
import type { Target } from "../../src/api/target.ts";
import { installPython } from "../../src/python.ts";
import { createSocketTarget } from "./targets/socket.ts";

/** Exactly as its users get it. */
const OFFICIAL = "sinkove-sdk==0.1.2";
const TIME = 180_000;

let target: Target;
beforeAll(async () => {
  target = await createSocketTarget();
});
afterAll(() => target.close());

it("lets the official Python client list organizations, create, list and get a dataset", {
  timeout: TIME,
}, async () => {
  const python = await installPython(OFFICIAL);
  const { key, baseUrl, organizationId, modelId, call } = await openScene(target);
  const { PATH } = process.env;
  const env = { PATH, SINKOVE_API_KEY: key, SINKOVE_API_URL: baseUrl };
  const script = join(import.meta.dirname, "official-client.py");
  const { stdout } = await promisify(execFile)(python, [script, organizationId, modelId], { env });
  const { body } = await call("listDatasets");
  const [{ id }] = body;
  expect(JSON.parse(stdout)).toEqual({
    organizations: [organizationId],
    name: "Radiology",
    created: id,
    listed: [id],
    found: id,
    state: "PENDING",
    args: { prompt: "cardiomegaly" },
  });
});
