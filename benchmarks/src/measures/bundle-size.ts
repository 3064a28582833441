import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { SDK } from "../clients.ts";
import { exactly, type Measure, type Row } from "../measure.ts";

const ROOT = join(import.meta.dirname, "../..");

/** A program to bundle. */
interface Program {
  readonly subject: string;
  readonly source: string;
  /** Counts what is loaded only when it is needed as well. */
  readonly isWhole?: boolean;
  readonly target?: number;
}

const LIST = "console.log(await client.models.list());";
const PROGRAMS: readonly Program[] = [
  {
    subject: `${SDK}, lists`,
    source: `import { Sinkove } from "${SDK}";
      for await (const { id } of new Sinkove().datasets.list()) console.log(id);`,
    target: 7,
  },
  {
    subject: `${SDK}, whole`,
    isWhole: true,
    source: `import * as all from "${SDK}"; console.log(all);`,
    target: 12,
  },
  {
    subject: "openapi-fetch, lists",
    source: `import createClient from "openapi-fetch";
      console.log(await createClient({ baseUrl: "http://127.0.0.1" }).GET("/datasets"));`,
  },
  {
    subject: "openai, lists",
    source: `import OpenAI from "openai"; const client = new OpenAI(); ${LIST}`,
  },
  {
    subject: "@anthropic-ai/sdk, lists",
    source: `import Anthropic from "@anthropic-ai/sdk"; const client = new Anthropic(); ${LIST}`,
  },
  {
    subject: "stripe, lists",
    source: `import Stripe from "stripe";
      console.log(await new Stripe("").customers.list());`,
  },
];

/** Bytes after gzip, each file by itself, as they are sent: what loads at once, and what may later. */
async function sizesOf(source: string): Promise<{ first: number; later: number }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: ROOT },
    absWorkingDir: ROOT,
    outdir: join(ROOT, "out"),
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    external: ["node:*"],
    target: "es2022",
    logLevel: "error",
  });
  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [
      path.slice(ROOT.length + 1),
      gzipSync(contents).length,
    ]),
  );
  const entry = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint)?.[0];
  const loaded = closureOf(metafile, entry ?? "");
  const first = sum([...loaded].map((path) => sizes.get(path) ?? 0));
  return { first, later: sum([...sizes.values()]) - first };
}

/** The files that are loaded with a file. */
function closureOf({ outputs }: Metafile, path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { path: next, kind } of outputs[path]?.imports ?? []) {
    if (kind === "import-statement") closureOf({ outputs, inputs: {} }, next, seen);
  }
  return seen;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function rowOf({ subject, source, isWhole = false, target }: Program): Promise<Row> {
  const { first, later } = await sizesOf(source);
  const note = `${(later / 1024).toFixed(1)} KB of it only when needed`;
  return {
    subject,
    value: exactly((isWhole ? first + later : first) / 1024),
    unit: "KB",
    ...(target !== undefined && { target }),
    ...(isWhole && { note }),
  };
}

export const bundleSize: Measure = {
  name: "bundle-size",
  title: "Bundle, minified and gzipped (1 KB = 1,024 bytes)",
  run: () => Promise.all(PROGRAMS.map(rowOf)),
};
