import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type OutputChunk, type Plugin, rolldown } from "rolldown";
import { SDK } from "../clients.ts";
import { exactly, type Measure, type Row } from "../measure.ts";

const ROOT = join(import.meta.dirname, "../..");

/** A program to bundle. */
interface Program {
  readonly subject: string;
  readonly source: string;
  /** Also counts chunks that are loaded on demand. */
  readonly isWhole?: boolean;
  readonly target?: number;
}

const LIST = "console.log(await client.models.list());";
const PROGRAMS: readonly Program[] = [
  {
    subject: `${SDK}, lists`,
    source: `import { Sinkove } from "${SDK}";
      for await (const { id } of new Sinkove().datasets.list()) console.log(id);`,
    target: 9,
  },
  {
    subject: `${SDK}, whole`,
    isWhole: true,
    source: `import * as all from "${SDK}"; console.log(all);`,
    target: 15.5,
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

/** Gzipped bytes of each chunk: those loaded at once, and those loaded on demand. */
async function sizesOf(source: string): Promise<{ first: number; later: number }> {
  const bundle = await rolldown({
    input: "program",
    cwd: ROOT,
    platform: "browser",
    external: /^node:/,
    logLevel: "silent",
    plugins: [programOf(source)],
  });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  const chunks = output.filter((file) => file.type === "chunk");
  const loaded = closureOf(chunks);
  const sizeOf = (isLoaded: boolean) =>
    chunks
      .filter(({ fileName }) => loaded.has(fileName) === isLoaded)
      .reduce((total, { code }) => total + gzipSync(code).length, 0);
  return { first: sizeOf(true), later: sizeOf(false) };
}

/** A virtual program, which imports like a file in this folder. */
function programOf(source: string): Plugin {
  const id = join(ROOT, "program.mjs");
  return {
    name: "program",
    resolveId: (name) => (name === "program" ? id : undefined),
    load: (name) => (name === id ? source : undefined),
  };
}

/** The chunks that are loaded with the program. */
function closureOf(chunks: readonly OutputChunk[]): Set<string> {
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of loaded) {
    for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) {
      loaded.add(next);
    }
  }
  return loaded;
}

async function rowOf({ subject, source, isWhole = false, target }: Program): Promise<Row> {
  const { first, later } = await sizesOf(source);
  const note = `${(later / 1024).toFixed(1)} KB ${isWhole ? "of it" : "more"} only when needed`;
  return {
    subject,
    value: exactly((isWhole ? first + later : first) / 1024),
    unit: "KB",
    ...(target !== undefined && { target }),
    ...(later > 0 && { note }),
  };
}

export const bundleSize: Measure = {
  name: "bundle-size",
  title: "Bundle, minified and gzipped (1 KB = 1,024 bytes)",
  run: () => Promise.all(PROGRAMS.map(rowOf)),
};
