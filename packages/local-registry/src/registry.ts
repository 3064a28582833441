import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { rsort } from "semver";
import { list } from "tar";
import { type Manifest, readInstalledPackages } from "./installed-packages.ts";
import { packFolder } from "./pack-folder.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** A running registry on this machine. */
export interface LocalRegistry {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A version of a package in the registry. */
interface Release {
  readonly manifest: Manifest;
  readonly pack: () => Promise<Buffer>;
}

/**
 * Starts a registry with the packages that are installed in this repository and with the given tarballs. Other packages
 * that a test installs have to be development dependencies, so that they are in the lock file.
 *
 * @param tarballs paths of tarballs, such as `packPackage` returns
 */
export async function startRegistry(tarballs: readonly string[] = []): Promise<LocalRegistry> {
  const installed = readInstalledPackages(ROOT).map(
    (each): Release => ({ manifest: each.manifest, pack: () => packFolder(each) }),
  );
  const own = await Promise.all(tarballs.map(releaseOf));
  const releases = new Map<string, Release[]>();
  for (const release of [...installed, ...own]) {
    const { name } = release.manifest;
    releases.set(name, [...(releases.get(name) ?? []), release]);
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", url).pathname);
    const [, name = "", version] = /^\/((?:@[^/]+\/)?[^/]+)(?:\/-\/(.+)\.tgz)?$/.exec(path) ?? [];
    const known = releases.get(name) ?? [];
    const release = known.find(({ manifest }) => manifest.version === version);
    if (version === undefined && known.length > 0)
      return sendJson(response, 200, packument(known, url));
    if (release === undefined) return sendJson(response, 404, { error: missing(name) });
    release.pack().then(
      (tarball) => response.end(tarball),
      (error) => sendJson(response, 500, { error: `${error}` }),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // The cast is safe: the server listens on a port.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Returns the document of a package. Its tag `latest` is the newest version. */
function packument(releases: readonly Release[], url: string): object {
  const manifests = releases.map(({ manifest }) => manifest);
  const versions = manifests.map((manifest) => {
    const tarball = `${url}/${manifest.name}/-/${manifest.version}.tgz`;
    return [manifest.version, { ...manifest, dist: { tarball } }] as const;
  });
  const [newest] = rsort(versions.map(([version]) => version));
  const [first] = manifests;
  return {
    name: first?.name,
    "dist-tags": { latest: newest },
    versions: Object.fromEntries(versions),
  };
}

async function releaseOf(tarball: string): Promise<Release> {
  const chunks: Buffer[] = [];
  await list({
    file: tarball,
    filter: (path) => path === "package/package.json",
    onReadEntry: (entry) => entry.on("data", (chunk) => chunks.push(chunk)),
  });
  return {
    manifest: JSON.parse(Buffer.concat(chunks).toString()),
    pack: () => readFile(tarball),
  };
}

function missing(name: string): string {
  return `${name} is not installed here. If a test installs it, make it a development dependency of the test's package.`;
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}
