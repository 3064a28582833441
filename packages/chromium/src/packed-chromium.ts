import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { unpackTar } from "modern-tar/fs";
import { writableFolder } from "./cache-folder.ts";
import { fontsConf } from "./fonts-conf.ts";
import { startFailure } from "./program.ts";
import { unpackOnce } from "./unpack-once.ts";

const require = createRequire(import.meta.url);

export interface Browser {
  readonly path: string;
  /** Additional environment variables for the browser's process. */
  readonly env: Readonly<Record<string, string>>;
}

/** Whether `@sparticuz/chromium` contains a Chromium for this machine. */
export const hasPackedChromium = process.platform === "linux" && process.arch === "x64";

/**
 * Returns the Chromium of `@sparticuz/chromium`. The first process that needs it unpacks it.
 *
 * @throws Error if there is no Chromium for this machine, or if it cannot be unpacked or started
 */
export async function packedChromium(): Promise<Browser> {
  if (!hasPackedChromium)
    throw new Error(`@sparticuz/chromium has no Chromium for ${process.platform} ${process.arch}.`);
  const packageFolder = findPackage();
  const name = await folderName(packageFolder);
  // The package's folder is <node_modules>/@sparticuz/chromium.
  const shared = join(packageFolder, "..", "..", ".cache", "sinkove-chromium");
  if (existsSync(join(shared, name))) return unpackedBrowser(join(shared, name));
  const own = join(tmpdir(), `sinkove-chromium-${process.getuid?.()}`);
  const folder = join(await writableFolder(shared, own), name);
  await unpackChromium(packageFolder, folder);
  return unpackedBrowser(folder);
}

/** Unpacks the Chromium of the package into the folder, unless the folder exists. */
export function unpackChromium(packageFolder: string, folder: string): Promise<void> {
  return unpackOnce(folder, async (empty) => {
    await unpackArchives(join(packageFolder, "bin"), empty);
    await writeFile(join(empty, "fonts.conf"), fontsConf);
    const { path, env } = unpackedBrowser(empty);
    const failure = await startFailure(path, env);
    if (failure !== undefined)
      throw new Error(`The Chromium of @sparticuz/chromium does not start: ${failure}`);
  });
}

/** Finds the package's folder, because the package exports neither its archives nor a way to choose where to unpack. */
export function findPackage(): string {
  try {
    return join(dirname(require.resolve("@sparticuz/chromium")), "..");
  } catch {
    throw new Error("@sparticuz/chromium is not installed. Run npm ci.");
  }
}

/** Returns a folder name that depends on the version, the archives and fonts.conf. */
async function folderName(packageFolder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  const hash = createHash("sha256").update(fontsConf);
  const bin = join(packageFolder, "bin");
  for (const archive of (await readdir(bin)).sort())
    hash.update(`${archive} ${(await stat(join(bin, archive))).size}\n`);
  return `${version}-${hash.digest("hex").slice(0, 8)}`;
}

async function unpackArchives(bin: string, folder: string): Promise<void> {
  for (const archive of await readdir(bin)) {
    const source = createReadStream(join(bin, archive));
    const target = archive.endsWith(".tar.br")
      ? unpackTar(folder)
      : createWriteStream(join(folder, archive.replace(/\.br$/, "")), { mode: 0o755 });
    await pipeline(source, createBrotliDecompress(), target);
  }
}

function unpackedBrowser(folder: string): Browser {
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH ?? ""];
  return {
    path: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: libraries.filter((path) => path !== "").join(":"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  };
}
