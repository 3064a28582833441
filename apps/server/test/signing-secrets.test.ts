import { expect, test } from "vitest";
import { createFolder, type RunningServer, start } from "./server-process.ts";

const OLD = "an-old-fake-secret-of-more-than-32-characters";
const NEW = "a-new-fake-secret-of-more-than-32-characters";

/** The path of a download URL of a new dataset. */
async function makeLink({ get, key }: RunningServer): Promise<string> {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  const [model] = await (await get("/models")).json();
  const order = { modelId: model.id, numSamples: 1, args: { prompt: "Normal chest" } };
  const init = { method: "POST", headers, body: JSON.stringify(order) };
  const { id } = await (await get("/datasets", init)).json();
  const state = async () => (await (await get(`/datasets/${id}`)).json()).metadata.state;
  await expect.poll(state, { timeout: 60_000 }).toBe("READY");
  const { URL: link } = await (await get(`/datasets/${id}/urls/download`)).json();
  return new URL(link).pathname;
}

test("a download URL outlives a new signing secret, and ends when the old one is removed", async () => {
  const folder = createFolder();
  const first = await start(folder, { SINKOVE_SECRET: OLD });
  const path = await makeLink(first);
  await first.kill("SIGTERM");
  const statuses: number[] = [];
  for (const secret of [`${NEW},${OLD}`, NEW]) {
    const server = await start(folder, { SINKOVE_SECRET: secret });
    statuses.push((await server.get(path, { headers: {} })).status);
    await server.kill("SIGTERM");
  }
  expect(statuses).toEqual([200, 404]);
}, 120_000);
