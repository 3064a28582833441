// Runs the recipes for web frameworks against a mock server.
import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createSandbox } from "@sinkove/mock-server";
import { pythonWith } from "@sinkove/python";
import { afterEach, expect, test, vi } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const recipes = join(root, "examples/recipes");

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test("the route handler for Next.js creates and lists datasets, and passes on errors", async () => {
  await using sandbox = await createSandbox({ port: 0 });
  vi.stubEnv("SINKOVE_API_URL", sandbox.baseUrl);
  vi.stubEnv("SINKOVE_API_KEY", sandbox.apiKey);
  const { GET, POST } = await import("../recipes/nextjs-route.ts");
  const post = (body: object): Promise<Response> =>
    POST(new Request("http://app.test/", { method: "POST", body: JSON.stringify(body) }));
  const created = await post({ prompt: "cardiomegaly" });
  expect(created.status).toBe(201);
  const { id } = await created.json();
  expect(await (await GET()).json()).toMatchObject([{ id, metadata: { state: "PENDING" } }]);
  const refused = await post({ prompt: "" });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ code: "VALIDATION_ERROR" });
});

test("the route handler for Next.js can be loaded without a key, as a build does", async () => {
  vi.stubEnv("SINKOVE_API_KEY", "");
  await expect(import("../recipes/nextjs-route.ts")).resolves.toHaveProperty("GET");
});

test("the recipe for FastAPI passes its tests", async () => {
  await using sandbox = await createSandbox({ port: 0 });
  const python = await pythonWith("fastapi");
  const options = ["-m", "pytest", "-p", "no:cacheprovider", "test_fastapi_app.py"];
  const { stdout } = await run(python, options, {
    cwd: recipes,
    env: {
      ...process.env,
      SINKOVE_API_URL: sandbox.baseUrl,
      SINKOVE_API_KEY: sandbox.apiKey,
      // Python can import directly from a wheel.
      PYTHONPATH: globSync(join(root, "packages/sdk-python/dist/*.whl")).join(delimiter),
      PYTHONDONTWRITEBYTECODE: "1",
    },
  });
  const tests = readFileSync(join(recipes, "test_fastapi_app.py"), "utf8").match(/^def test_/gm);
  expect(stdout).toContain(` ${tests?.length} passed`);
});

test("the cells for Jupyter run", async () => {
  await using sandbox = await createSandbox({ port: 0 });
  const python = await pythonWith("sdk");
  const { stderr } = await run(python, ["notebook.py"], {
    cwd: recipes,
    env: {
      ...process.env,
      SINKOVE_API_URL: sandbox.baseUrl,
      SINKOVE_API_KEY: sandbox.apiKey,
      PYTHONPATH: globSync(join(root, "packages/sdk-python/dist/*.whl")).join(delimiter),
      PYTHONDONTWRITEBYTECODE: "1",
    },
  });
  expect(stderr).toBe("");
});
