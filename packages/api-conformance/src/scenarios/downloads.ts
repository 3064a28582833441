import { expect } from "vitest";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const HOUR = 60 * 60 * 1000;
const needs = ["clock"] as const;

async function readyFile(scene: Scene) {
  const { id } = await scene.createDataset();
  scene.advanceClock(10 * 60_000);
  const { secret: key, ...apiKey } = await scene.issueKey();
  const { body } = await scene.call("getDatasetDownload", { key, path: { datasetId: id } });
  const path = { downloadToken: body.URL.split("/").at(-1) };
  const get = (headers: Record<string, string> = {}) =>
    scene.call("downloadFile", { key: null, path, headers });
  return { id, apiKey, download: body, path, get };
}

const ranges = [
  ["bytes=0-0", 0, 1],
  ["bytes=10-19", 10, 20],
  ["bytes=100-", 100, undefined],
  ["bytes=-5", -5, undefined],
  ["bytes=0-99999999", 0, undefined],
] as const;

/** Downloads of archives by presigned URL. */
export const downloads: readonly Scenario[] = [
  scenario(
    "gives a ZIP of the size and digest that were told, with no key",
    async (scene) => {
      const { download, get } = await readyFile(scene);
      const { status, body, headers } = await get();
      const digest = Buffer.from(await crypto.subtle.digest("SHA-256", body));
      expect([status, body.length]).toEqual([200, download.size]);
      expect(digest.toString("hex")).toBe(download.sha256);
      expect(headers.get("Repr-Digest")).toBe(`sha-256=:${digest.toString("base64")}:`);
      expect(headers.get("Content-Length")).toBe(`${body.length}`);
      expect([...body.subarray(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
    },
    { needs },
  ),
  scenario(
    "signs a URL that works as it stands",
    async (scene) => {
      const { download } = await readyFile(scene);
      const response = await scene.fetch(new Request(download.URL));
      expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([
        200,
        download.size,
      ]);
    },
    { needs },
  ),
  ...ranges.map(([range, start, end]) =>
    scenario(
      `gives the part that ${range} asks for`,
      async (scene) => {
        const { get } = await readyFile(scene);
        const whole: Uint8Array = (await get()).body;
        const { status, body, headers } = await get({ Range: range });
        expect([status, body]).toEqual([206, whole.slice(start, end)]);
        expect(headers.get("Content-Length")).toBe(`${body.length}`);
        const first = start < 0 ? whole.length + start : start;
        const place = `bytes ${first}-${first + body.length - 1}/${whole.length}`;
        expect(headers.get("Content-Range")).toBe(place);
      },
      { needs },
    ),
  ),
  ...["bytes=5-1", "bytes=a-b", "lines=0-1", "bytes=0-1,3-4"].map((range) =>
    scenario(
      `ignores the range ${range}`,
      async (scene) => {
        const { get } = await readyFile(scene);
        expect((await get({ Range: range })).status).toBe(200);
      },
      { needs },
    ),
  ),
  scenario(
    "refuses a range past the end, and says how long the file is",
    async (scene) => {
      const { get, download } = await readyFile(scene);
      const { status, headers } = await get({ Range: `bytes=${download.size}-` });
      expect([status, headers.get("Content-Range")]).toEqual([416, `bytes */${download.size}`]);
    },
    { needs },
  ),
  scenario(
    "resumes only the same file, and sends nothing that is known",
    async (scene) => {
      const { get } = await readyFile(scene);
      const etag = (await get()).headers.get("ETag") ?? "";
      const Range = "bytes=10-";
      expect((await get({ Range, "If-Range": etag })).status).toBe(206);
      expect((await get({ Range, "If-Range": '"other"' })).status).toBe(200);
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
        expect((await get({ "If-None-Match": known })).status).toBe(304);
      }
    },
    { needs },
  ),
  ...Object.entries({
    revoked: (scene: Scene, path: { apiKeyId: string }) => scene.call("revokeApiKey", { path }),
    disabled: (scene: Scene, path: { apiKeyId: string }) =>
      scene.call("updateApiKey", { path, body: { enabled: false } }),
    "without the scope": (scene: Scene, path: { apiKeyId: string }) =>
      scene.call("updateApiKey", { path, body: { scopes: ["models:read"] } }),
    replaced: (scene: Scene, path: { apiKeyId: string }) =>
      scene.call("rotateApiKey", { path, body: { gracePeriodSeconds: 0 } }),
  }).map(([state, end]) =>
    scenario(
      `ends a URL whose key is ${state}`,
      async (scene) => {
        const { apiKey, get } = await readyFile(scene);
        expect((await get()).status).toBe(200);
        await end(scene, { apiKeyId: apiKey.id });
        for (const headers of [{}, { Range: "bytes=1-" }, { "If-None-Match": "*" }]) {
          const { status, body } = await get(headers);
          expect([status, body.code]).toEqual([410, "DOWNLOAD_REVOKED"]);
        }
      },
      { needs },
    ),
  ),
  scenario(
    "refuses every changed token, an old one, and that of a deleted dataset",
    async (scene) => {
      const { id, path, get } = await readyFile(scene);
      const { downloadToken } = path;
      for (let at = 0; at < downloadToken.length; at += 7) {
        const digit = downloadToken[at] === "A" ? "B" : "A";
        const changed = downloadToken.slice(0, at) + digit + downloadToken.slice(at + 1);
        const reply = await scene.call("downloadFile", { path: { downloadToken: changed } });
        expect([404, 422]).toContain(reply.status);
      }
      scene.advanceClock(HOUR);
      expect((await get()).body.code).toBe("DOWNLOAD_EXPIRED");
      const { body } = await scene.call("getDatasetDownload", { path: { datasetId: id } });
      await scene.call("deleteDataset", { path: { datasetId: id } });
      const fresh = { downloadToken: body.URL.split("/").at(-1) };
      expect((await scene.call("downloadFile", { path: fresh })).body.code).toBe(
        "DOWNLOAD_NOT_FOUND",
      );
    },
    { needs },
  ),
];
