import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../bin/sinkove-mock.js", import.meta.url));
const bundle = new URL("../dist/openapi.json", import.meta.url);

let end = async (): Promise<void> => {};
afterEach(() => end());

test("a changed contract is reloaded with the state kept, and an invalid one is ignored", {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-watch-"));
  const file = join(folder, "openapi.json");
  const contract = JSON.parse(await readFile(bundle, "utf8"));
  await writeFile(file, JSON.stringify(contract));
  const child = spawn(process.execPath, [
    cli,
    "--json",
    "--port",
    "0",
    "--contract",
    file,
    "--watch",
  ]);
  end = async () => {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true });
  };
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const told = createInterface({ input: child.stderr });
  const { url, apiKey } = JSON.parse(line);
  const headers = { authorization: `Bearer ${apiKey}` };
  const body = JSON.stringify({ name: "Kept" });
  const json = { ...headers, "content-type": "application/json" };
  expect((await fetch(`${url}/api-keys`, { method: "POST", headers: json, body })).status).toBe(
    201,
  );
  expect((await fetch(`${url}/news`, { headers })).status).toBe(404);

  const example = { application: { json: true } };
  const content = { "application/json": { schema: { type: "object" }, example } };
  const responses = { "200": { description: "News.", content } };
  contract.paths["/news"] = {
    get: { operationId: "listNews", security: [{ apiKey: [] }], responses },
  };
  contract.components.schemas.Account.required.push("colour");
  await writeFile(file, JSON.stringify(contract));
  expect((await once(told, "line"))[0]).toBe(`sinkove-mock: reloaded ${file}.`);
  expect(await (await fetch(`${url}/news`, { headers })).json()).toEqual(example);
  // The API does not know the new field, so its response breaks the new contract.
  expect((await fetch(`${url}/me`, { headers })).status).toBe(500);
  const keys = await (await fetch(`${url}/api-keys`, { headers })).json();
  expect(keys.map(({ name }: { name: string }) => name)).toContain("Kept");

  const broken = structuredClone(contract);
  broken.components.schemas.ApiKey.properties.name.minLength = "1";
  await writeFile(file, JSON.stringify(broken));
  const [refusal] = await once(told, "line");
  expect(refusal).toContain("#/components/schemas/ApiKey/properties/name/minLength");
  expect(refusal).toContain("The previous contract stays in use.");
  expect((await fetch(`${url}/news`, { headers })).status).toBe(200);

  await writeFile(file, "{broken");
  expect((await once(told, "line"))[0]).toContain("The previous contract stays in use.");
  expect((await fetch(`${url}/news`, { headers })).status).toBe(200);
});
