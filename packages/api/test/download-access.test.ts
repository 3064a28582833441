import { expect, it } from "vitest";
import { toBase64Url } from "../src/encoding.ts";
import { createApi } from "../src/index.ts";
import { MODEL, requestOf, type World } from "./client.ts";
import { addOrganization, type OpenStore, onEachStore } from "./stores.ts";

const HOUR = 60 * 60 * 1000;
const ORDER = { modelId: MODEL.id, numSamples: 1, args: { prompt: "cardiomegaly" } };
const SECRET = "a secret for tests, and for nothing else";

type Issued = Awaited<ReturnType<World["issueKey"]>>;

/** Creates a download URL with a key, and returns it with functions that use it. */
async function urlOf(open: OpenStore, members: Record<string, unknown> = {}) {
  const world = await open.world({ secret: SECRET });
  const { call, issueKey, organizationId, advance } = world;
  const other = await addOrganization(world);
  const { body: dataset } = await call("createOrganizationDataset", {
    path: { organizationId },
    body: ORDER,
  });
  advance(60_000);
  const key: Issued = await issueKey(members);
  const path = { datasetId: dataset.id };
  const { body: download } = await call("getDatasetDownload", { path, key: key.secret });
  const downloadToken: string = download.URL.split("/").at(-1);
  const fetch = (headers: Record<string, string> = {}) =>
    call("downloadFile", { key: null, path: { downloadToken }, headers });
  const update = (body: object) => call("updateApiKey", { path: { apiKeyId: key.id }, body });
  return { ...world, other, dataset, key, download, fetch, update };
}

onEachStore((open) => {
  it("a download URL ends with the revocation of the key that made it", async () => {
    const { call, key, fetch } = await urlOf(open);
    const etag = (await fetch()).headers.get("ETag") ?? "";
    const conditions: Record<string, string>[] = [
      {},
      { Range: "bytes=0-9" },
      { Range: "bytes=0-9", "If-Range": etag },
      { "If-None-Match": etag },
    ];
    const statuses = async () => Promise.all(conditions.map(async (each) => fetch(each)));
    expect((await statuses()).map(({ status }) => status)).toEqual([200, 206, 206, 304]);
    await call("revokeApiKey", { path: { apiKeyId: key.id } });
    for (const { status, body } of await statuses()) {
      expect([status, body.code]).toEqual([410, "DOWNLOAD_REVOKED"]);
      expect(JSON.stringify(body)).not.toContain(key.id);
    }
  });

  it("a download URL does not work while the key is disabled", async () => {
    const { update, fetch } = await urlOf(open);
    await update({ enabled: false });
    expect((await fetch()).body.code).toBe("DOWNLOAD_REVOKED");
    await update({ enabled: true });
    expect((await fetch()).status).toBe(200);
  });

  it("a download URL ends when the key loses the scope or the organization", async () => {
    const { update, fetch, other, organizationId } = await urlOf(open);
    await update({ scopes: ["models:read"] });
    expect((await fetch()).body.code).toBe("DOWNLOAD_REVOKED");
    await update({ scopes: ["datasets:read"] });
    expect((await fetch()).status).toBe(200);
    await update({ organizationIds: [other] });
    expect((await fetch()).body.code).toBe("DOWNLOAD_REVOKED");
    await update({ organizationIds: [other, organizationId] });
    expect((await fetch()).status).toBe(200);
  });

  it("a download URL expires with the key, and the response says so", async () => {
    const { now } = await open.world();
    const expiresAt = new Date(now() + 60_000 + HOUR / 2).toISOString();
    const { download, fetch, advance, key } = await urlOf(open, { expiresAt });
    expect(download.expiresAt).toBe(key.expiresAt);
    expect((await fetch()).status).toBe(200);
    advance(HOUR / 2);
    expect((await fetch()).body.code).toBe("DOWNLOAD_EXPIRED");
  });

  it("a download URL ends when the grace period of its key is cut short", async () => {
    const { call, key, fetch } = await urlOf(open);
    const rotate = { path: { apiKeyId: key.id }, body: { gracePeriodSeconds: 0 } };
    expect((await call("rotateApiKey", rotate)).status).toBe(201);
    expect((await fetch()).body.code).toBe("DOWNLOAD_REVOKED");
  });

  it("a download URL stays valid under a new secret as long as the API knows the former one", async () => {
    const { store, now, download } = await urlOf(open);
    const path = { downloadToken: download.URL.split("/").at(-1) };
    const secret = "another secret for tests, and for nothing else";
    const statusWith = async (...formerSecrets: string[]) => {
      const shared = { store, secret, environment: "test", clock: now } as const;
      const { fetch } = createApi({ ...shared, formerSecrets });
      return (await fetch(requestOf("downloadFile", { key: null, path }))).status;
    };
    expect(await statusWith("x".repeat(32), SECRET)).toBe(200);
    expect(await statusWith("x".repeat(32))).toBe(404);
    expect(await statusWith()).toBe(404);
    await expect(statusWith("too short")).rejects.toThrow("at least 32 characters");
  });

  it("a download URL from before an upgrade, which contains no key, has expired", async () => {
    const { call, dataset, now } = await urlOf(open);
    const id = toBase64Url(Uint8Array.from(Buffer.from(dataset.id.replaceAll("-", ""), "hex")));
    const payload = `v1.${id}.${Math.floor(now() / 1000) + 3600}`;
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const bytes = (text: string) => new TextEncoder().encode(text);
    const key = await crypto.subtle.importKey("raw", bytes(SECRET), algorithm, false, ["sign"]);
    const signature = await crypto.subtle.sign("HMAC", key, bytes(payload));
    const downloadToken = `${payload}.${toBase64Url(new Uint8Array(signature))}`;
    const { body } = await call("downloadFile", { key: null, path: { downloadToken } });
    expect(body.code).toBe("DOWNLOAD_EXPIRED");
    const forged = { downloadToken: downloadToken.replace("v1", "v2") };
    expect((await call("downloadFile", { key: null, path: forged })).body.code).toBe(
      "DOWNLOAD_NOT_FOUND",
    );
  });
});
