import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { metadata } from "./metadata.ts";
import type { NamedFile } from "./named-file.ts";
import { packageFiles } from "./package-files.ts";
import { readProject } from "./project.ts";

const WHEEL = `Wheel-Version: 1.0
Generator: sinkove
Root-Is-Purelib: true
Tag: py3-none-any
`;

/**
 * Builds the same wheel as hatchling for the project in `root`. The same files give the same bytes.
 *
 * @see https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 */
export function buildWheel(root: string): NamedFile {
  const settings = readProject(readFileSync(join(root, "pyproject.toml"), "utf8"));
  const { project, tool } = settings;
  const id = `${project.name.replace(/[-_.]+/g, "_").toLowerCase()}-${project.version}`;
  const info = (name: string, content: string | Uint8Array): NamedFile => ({
    name: `${id}.dist-info/${name}`,
    content: Buffer.from(content),
  });
  const readme = readFileSync(join(root, project.readme), "utf8");
  const files = [
    ...tool.hatch.build.targets.wheel.packages.flatMap((path) => packageFiles(join(root, path))),
    info("METADATA", metadata(settings, readme)),
    info("WHEEL", WHEEL),
    ...project["license-files"].map((file) =>
      info(`licenses/${file}`, readFileSync(join(root, file))),
    ),
  ];
  const record = info("RECORD", "");
  const content = `${files.map(recorded).join("")}${record.name},,\n`;
  return { name: `${id}-py3-none-any.whl`, content: zip([...files, info("RECORD", content)]) };
}

/** A line of RECORD. */
function recorded({ name, content }: NamedFile): string {
  if (/[",\n]/.test(name)) throw new Error(`Rename ${name}: RECORD would have to quote it.`);
  const hash = createHash("sha256").update(content).digest("base64url");
  return `${name},sha256=${hash},${content.length}\n`;
}

function zip(files: readonly NamedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { name, content } of files) {
    entries[name] = [content, { os: UNIX, attrs: READABLE_FILE << 16, mtime: TIMESTAMP }];
  }
  return zipSync(entries, { level: 9 });
}

const UNIX = 3;
const READABLE_FILE = 0o100644;
/** In local time, as in ZIP archives, so that the bytes do not depend on the time zone. */
const TIMESTAMP = new Date(2020, 1, 2);
