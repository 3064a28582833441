import { shoot } from "./load.ts";
import type { MeasuredServer } from "./measured-server.ts";

/** Creates a dataset to read. @returns its path */
export async function pathOfDataset({ url, key }: MeasuredServer): Promise<string> {
  const models = await shoot(url, { method: "GET", path: "/v1/models", key });
  const [{ id: modelId }] = JSON.parse(models);
  const body = JSON.stringify({ modelId, numSamples: 1, args: { prompt: "cardiomegaly" } });
  const made = await shoot(url, { method: "POST", path: "/v1/datasets", key, body });
  return `/v1/datasets/${JSON.parse(made).id}`;
}
