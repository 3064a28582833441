import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { installPython } from "./python.ts";
import { createFolder, start } from "./server-process.ts";

/** Exactly as its users get it. */
const OFFICIAL = "sinkove-sdk==0.1.2";

test("lets the official Python client make a dataset, download it and open it", {
  timeout: 300_000,
}, async () => {
  const python = await installPython(OFFICIAL);
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
});
