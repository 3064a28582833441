import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { launchChromium } from "@sinkove/chromium";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPackage, KEY, type Project } from "./installed-package.ts";

// Runs the packed package in a page of a real browser, with an API of another origin.
const FILE = Buffer.from("a dataset, in bytes");
const SHA256 = createHash("sha256").update(FILE).digest("hex");
const PROGRAM = `
import { NotFoundError, Sinkove } from "@sinkove/sdk";
const baseUrl = new URLSearchParams(location.search).get("api");
window.result = (async () => {
  const sinkove = new Sinkove({ apiKey: "${KEY}", baseUrl });
  const listed = (await sinkove.datasets.list().all()).map(({ id }) => id);
  const { id } = await sinkove.datasets.create({ modelId: "m", numSamples: 1, args: { prompt: "p" } });
  await sinkove.datasets.wait(id);
  const text = new TextDecoder().decode(await sinkove.datasets.download(id));
  const { error } = await sinkove.datasets.get("gone").safe();
  return { listed, id, text, isTyped: error instanceof NotFoundError };
})();`;

let project: Project;
let site: Server;
let api: Server;
const keys = new Set<string | undefined>();

beforeAll(async () => {
  project = await installPackage();
  await writeFile(join(project.folder, "program.mjs"), PROGRAM);
  const bundle = await rolldown({
    input: join(project.folder, "program.mjs"),
    platform: "browser",
  });
  await bundle.write({ dir: join(project.folder, "site"), format: "esm", minify: true });
  await bundle.close();
  site = await listen(createServer((request, response) => page(request.url ?? "/", response)));
  api = await listen(
    createServer((request, response) => {
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader(
        "access-control-allow-headers",
        "authorization, content-type, idempotency-key",
      );
      response.setHeader("access-control-expose-headers", "link, x-request-id");
      if (request.method === "OPTIONS") return response.writeHead(204).end();
      if (request.url !== "/file") keys.add(request.headers.authorization);
      else keys.add(request.headers.authorization && "sent to the file");
      return answer(`${request.method} ${request.url}`, response);
    }),
  );
});
afterAll(async () => {
  site.close();
  api.close();
  await project.remove();
});

async function page(url: string, response: ServerResponse): Promise<void> {
  const name = url.split("?")[0] ?? "";
  if (name === "/") {
    response.setHeader("content-type", "text/html");
    response.end('<!doctype html><script type="module" src="/program.js"></script>');
  } else if (name.endsWith(".js")) {
    response.setHeader("content-type", "text/javascript");
    response.end(await readFile(join(project.folder, "site", name)));
  } else response.writeHead(404).end(); // for example the favicon
}

function answer(what: string, response: ServerResponse): void {
  const state = { id: "new", metadata: { state: "READY" } };
  const answers: Record<string, object> = {
    "GET /datasets": [{ id: "old" }],
    "POST /datasets": { id: "new" },
    "GET /datasets/new": state,
    "GET /datasets/new/urls/download": {
      ...{ URL: `${originOf(api)}/file`, size: FILE.length, sha256: SHA256 },
    },
  };
  if (what === "GET /file") return void response.end(FILE);
  response.statusCode = answers[what] ? 200 : 404;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(answers[what] ?? { code: "DATASET_NOT_FOUND" }));
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // safe cast: it listens on a port
}

test("in a page it lists, creates, waits, downloads into memory, and loads its errors", async () => {
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    const problems: string[] = [];
    tab.on("pageerror", (error) => problems.push(error.message));
    await tab.goto(`${originOf(site)}/?api=${encodeURIComponent(originOf(api))}`);
    await tab.waitForFunction("window.result");
    expect(await tab.evaluate("window.result")).toEqual({
      ...{ listed: ["old"], id: "new", text: FILE.toString(), isTyped: true },
    });
    expect(problems).toEqual([]);
    expect([...keys]).toEqual([`Bearer ${KEY}`, undefined]);
  } finally {
    await browser.close();
  }
}, 120_000);
