import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { pythonWith, whyNoPython } from "@sinkove/python";
import { expect, test } from "vitest";
import { createFolder, start } from "./server-process.ts";

// This needs a newer Python than the other tests.
const obstacle = await whyNoPython("official-client");
const title = "the official Python client makes a dataset, downloads it and opens it";

test.skipIf(obstacle !== undefined)(
  obstacle ? `${title} (${obstacle})` : title,
  {
    timeout: 300_000,
  },
  async () => {
    const python = await pythonWith("official-client");
    const folder = createFolder();
    const server = await start(folder, { SINKOVE_RATE_LIMIT: "1000000" });
    const { organizations } = await (await server.get("/v1/me")).json();
    const [model] = await (await server.get("/v1/models")).json();
    const script = join(import.meta.dirname, "official-client.py");
    const args = [script, organizations[0].id, model.id, join(folder, "dataset.zip")];
    const { PATH } = process.env;
    const env = { PATH, SINKOVE_API_KEY: server.key, SINKOVE_API_URL: server.url };
    const { stdout } = await promisify(execFile)(python, args, { env });
    expect(JSON.parse(stdout)).toEqual({
      id: expect.any(String),
      broken: null,
      images: ["images/00001.png", "images/00002.png"],
      prompt: "Bilateral pneumonia",
    });
  },
);
