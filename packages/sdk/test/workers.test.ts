import { join } from "node:path";
import { generateApiKey } from "@sinkove/api-key";
import { Miniflare } from "miniflare";
import { rolldown } from "rolldown";
import { beforeAll, expect, test } from "vitest";
import { ROOT } from "./installed-package.ts";

// A client at module level, as in most programs. Its `fetch` replaces the network: each response takes a moment and
// says that one request is left.
const PROGRAM = `
import { Sinkove } from "${join(ROOT, "dist/esm/index.js")}";
const headers = { "x-ratelimit-remaining": "1", "content-type": "application/json" };
let underWay = 0;
let most = 0;
const fetch = async (url) => {
  most = Math.max(most, ++underWay);
  await new Promise((resolve) => setTimeout(resolve, 20));
  underWay--;
  if (url.endsWith("/gone"))
    return new Response('{"code":"DATASET_NOT_FOUND"}', { status: 404, headers });
  const id = url.split("/").at(-1);
  return new Response(JSON.stringify(url.endsWith("/datasets") ? [{ id: "a" }] : { id }), { headers });
};
const sinkove = new Sinkove({ apiKey: "${generateApiKey("live")}", baseUrl: "https://a.test", fetch });
export default {
  async fetch(request) {
    const id = new URL(request.url).pathname.slice(1);
    const { data, error } = id === "list"
      ? await sinkove.datasets.list().safe()
      : await sinkove.datasets.get(id).safe();
    return Response.json({ id: data?.id ?? data?.items?.[0].id, code: error?.code, most });
  },
};`;

let program: string;
beforeAll(async () => {
  const entry = { name: "entry", resolveId: (id: string) => (id === "program" ? id : null) };
  const load = (id: string) => (id === "program" ? PROGRAM : null);
  const bundle = await rolldown({
    input: "program",
    platform: "browser",
    plugins: [{ ...entry, load }],
  });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
  await bundle.close();
  program = output[0].code;
});

test.each<[string, string[]]>([
  ["without nodejs_compat", []],
  ["with nodejs_compat", ["nodejs_compat"]],
])(
  "in workerd %s, a client at module level serves parallel requests with a live key",
  async (_, flags) => {
    const worker = new Miniflare({
      modules: true,
      script: program,
      compatibilityDate: "2024-09-23",
      compatibilityFlags: flags,
    });
    try {
      const ask = async (id: string) =>
        (await (await worker.dispatchFetch(`http://worker/${id}`)).json()) as Record<
          string,
          unknown
        >;
      expect(await ask("list")).toMatchObject({ id: "a" });
      const answers = await Promise.all(["a", "b", "c", "gone", "d"].map(ask));
      expect(answers.map(({ id, code }) => id ?? code)).toEqual([
        "a",
        "b",
        "c",
        "DATASET_NOT_FOUND",
        "d",
      ]);
      expect(Math.max(...answers.map(({ most }) => Number(most)))).toBe(1);
    } finally {
      await worker.dispose();
    }
  },
);
