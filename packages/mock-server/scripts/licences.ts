import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const OWN = "@sinkove/";

/** Returns the licences of all bundled packages as one text. The licences require it. */
export async function licencesOf(files: readonly string[]): Promise<string> {
  const folders = new Set(files.map(packageOf).filter((folder) => folder !== undefined));
  const notices = await Promise.all([...folders].map(noticeOf));
  const sorted = [...new Set(notices.filter((notice) => notice !== undefined))].sort();
  const intro = `@sinkove/mock-server contains the following ${sorted.length} packages.\n`;
  return [intro, ...sorted].join(`\n${"-".repeat(80)}\n\n`);
}

function packageOf(file: string): string | undefined {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  return found?.[1];
}

async function noticeOf(folder: string): Promise<string | undefined> {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return noticeOf(dirname(folder));
  const { name, version, license } = JSON.parse(await readFile(manifest, "utf8"));
  if (name.startsWith(OWN)) return undefined;
  const files = await readdir(folder);
  const texts = files.filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  const parts = await Promise.all(texts.map((file) => readFile(join(folder, file), "utf8")));
  return [`${name} ${version} (${license ?? "see below"})\n`, ...parts].join("\n");
}
