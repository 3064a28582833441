import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { SDK } from "../clients.ts";
import { type Measure, type Row, times } from "../measure.ts";
import { interleave, summarize } from "../statistics.ts";

const ROOT = join(import.meta.dirname, "../..");
const EMPTY = "an empty module";
const CONTROL = "an empty module again (A/A)";
const NOTHING = "data:text/javascript,";
const MODULES: Record<string, string> = {
  [EMPTY]: NOTHING,
  [CONTROL]: NOTHING,
  [SDK]: SDK,
  "openapi-fetch": "openapi-fetch",
  openai: "openai",
  "@anthropic-ai/sdk": "@anthropic-ai/sdk",
  stripe: "stripe",
};

/** The result of an import in a fresh process. */
interface Import {
  readonly ms: number;
  readonly loadsFetch: boolean;
}

const run = promisify(execFile);

async function importOnce(specifier: string): Promise<Import> {
  const program = `
    const start = performance.now();
    await import(${JSON.stringify(specifier)});
    const ms = performance.now() - start;
    const loadsFetch = process.moduleLoadList.some((name) => name.includes("deps/undici"));
    process.stdout.write(JSON.stringify({ ms, loadsFetch }));`;
  const flags = ["--input-type=module", "--eval", program];
  const { stdout } = await run(process.execPath, flags, { cwd: ROOT });
  // This cast is safe: the program above prints this object.
  return JSON.parse(stdout) as Import;
}

/** Imports each module in a new process, minus the time of an empty module in the same round. */
export const coldImport: Measure = {
  name: "cold-import",
  title: "Cold import, over an empty module",
  async run(context) {
    const names = Object.keys(MODULES);
    const loadsFetch = new Map<string, boolean>();
    const once = async (name: string) => {
      const result = await importOnce(MODULES[name] ?? NOTHING);
      loadsFetch.set(name, result.loadsFetch);
      return result.ms;
    };
    await interleave(names, 1, once);
    const samples = await interleave(names, times(20, context), once);
    const [base = []] = samples;
    return names.flatMap((name, index): Row[] => {
      if (name === EMPTY) return [];
      const over = (samples[index] ?? []).map((ms, round) => ms - (base[round] ?? Number.NaN));
      return [rowOf(name, over, loadsFetch.get(name) ?? false)];
    });
  },
};

function rowOf(subject: string, sample: number[], loadsFetch: boolean): Row {
  const note = loadsFetch ? "loads fetch" : "fetch not loaded";
  const row: Row = { subject, value: summarize(sample), unit: "ms", note };
  return subject === SDK ? { ...row, target: 10 } : row;
}
