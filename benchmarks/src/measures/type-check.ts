import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { SDK } from "../clients.ts";
import { type Measure, times } from "../measure.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const ROOT = join(import.meta.dirname, "../..");
const PROGRAMS: Record<string, string> = {
  "openapi-fetch": "openapi-fetch.ts",
  "openapi-fetch again (A/A)": "openapi-fetch.ts",
  [SDK]: "sdk.ts",
  "no import": "nothing.ts",
};
const OPTIONS = [
  ...["--noEmit", "--strict", "--skipLibCheck", "--types", "node", "--extendedDiagnostics"],
  ...["--target", "es2023", "--module", "nodenext", "--lib", "es2023,dom,dom.asynciterable"],
];

const run = promisify(execFile);

/** Runs tsc on a program, and returns its diagnostics. */
async function check(program: string): Promise<string> {
  const tsc = join(import.meta.dirname, "../../../node_modules/typescript/bin/tsc");
  const file = join(ROOT, "programs", program);
  const { stdout } = await run(process.execPath, [tsc, ...OPTIONS, file], { cwd: ROOT });
  return stdout;
}

function figure(diagnostics: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(diagnostics)?.[1]);
}

export const typeCheck: Measure = {
  name: "type-check",
  title: "tsc on a program that lists, over openapi-fetch with the paths type",
  async run(context) {
    const names = Object.keys(PROGRAMS);
    const instantiations = new Map<string, number>();
    const once = async (name: string) => {
      const diagnostics = await check(PROGRAMS[name] ?? "");
      instantiations.set(name, figure(diagnostics, "Instantiations"));
      return figure(diagnostics, "Total time");
    };
    const samples = await interleave(names, times(5, context), once);
    const [base = []] = samples;
    return names.slice(1).map((subject, index) => ({
      subject,
      value: summarize(ratios(samples[index + 1] ?? [], base)),
      unit: "×",
      note: `${instantiations.get(subject)} instantiations, ${instantiations.get("openapi-fetch")} there`,
    }));
  },
};
