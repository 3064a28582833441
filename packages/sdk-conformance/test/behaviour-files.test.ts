import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { fill, loadBehaviours } from "../src/load-behaviour.ts";

const folder = new URL("../behaviours/", import.meta.url);
const cli = new URL("../src/hostile-server-cli.ts", import.meta.url).pathname;
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));

test("every file follows the schema, and no two have the same title", () => {
  const files = names.filter((name) => name !== "schema.json");
  const titles = files.flatMap((name) =>
    loadBehaviours(new URL(name, folder)).map(({ title }) => title),
  );
  expect(titles.length).toBeGreaterThan(80);
  expect(new Set(titles).size).toBe(titles.length);
});

test.each<[string, (file: Record<string, unknown>) => object]>([
  ["/expect", ({ expect: _, ...file }) => file],
  ["/server/0", (file) => ({ ...file, server: [{ status: 99 }] })],
  ["/server/0", (file) => ({ ...file, server: [{ status: 200, json: 1, body: [] }] })],
  ["/client/call", (file) => ({ ...file, client: { call: "nothing" } })],
  ["/expect", (file) => ({ ...file, expect: { attempts: 1 } })],
])("a file that is wrong in %s is refused, with the place", (place, change) => {
  const temporary = mkdtempSync(join(tmpdir(), "sinkove-behaviour-"));
  const file = JSON.parse(readFileSync(new URL("retry-503.json", folder), "utf8"));
  const path = join(temporary, "wrong.json");
  writeFileSync(path, JSON.stringify(change(file)));
  expect(() => loadBehaviours(path)).toThrow(place === "/expect" ? /expect/ : place);
  rmSync(temporary, { recursive: true });
});

test("a placeholder alone takes the type of its value", () => {
  const json = { status: "{{status}}", text: "a {{status}}", other: ["{{api}}"] };
  expect(fill(json, { status: 503 })).toEqual({ status: 503, text: "a 503", other: ["{{api}}"] });
});

test("the command line serves a behaviour, its recording and its check", async () => {
  const path = new URL("retry-503.json", folder).pathname;
  const child = spawn(process.execPath, [cli, path], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    const { api, control, apiKey, behaviour } = JSON.parse(line);
    const [id] = behaviour.client.arguments;
    const headers = { authorization: `Bearer ${apiKey}` };
    const get = (time: number) =>
      fetch(`${api}/v1/datasets/${id}`, { headers: { ...headers, "x-client-time": `${time}` } });
    expect((await get(0)).status).toBe(503);
    const result = await (await get(400)).json();
    const { requests } = await (await fetch(`${control}/recording`)).json();
    expect(requests).toMatchObject([{ time: 0 }, { time: 400 }]);
    const check = async (outcomes: object[]) =>
      (
        await fetch(`${control}/check`, { method: "POST", body: JSON.stringify({ outcomes }) })
      ).json();
    expect(await check([{ result }])).toEqual({ faults: [] });
    expect((await check([{ result: null }])).faults).toHaveLength(1);
  } finally {
    child.stdin.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  }
});

test("the command line says how it is used", async () => {
  const child = spawn(process.execPath, [cli], { stdio: "ignore" });
  expect(await once(child, "exit")).toEqual([2, null]);
});
