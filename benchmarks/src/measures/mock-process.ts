import { type Context, exactly, type Measure, type Row, times } from "../measure.ts";
import { BARE, FAST, PRISM_CLI, startProcess } from "../mock/process.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const CONTROL = `${BARE} again (A/A)`;
const NAMES = [BARE, CONTROL, FAST, PRISM_CLI];

interface Start {
  readonly startedIn: number;
  readonly memory: number;
}

async function startOnce(name: string): Promise<Start> {
  const server = await startProcess(name === CONTROL ? BARE : name);
  const memory = server.memory();
  server.stop();
  return { startedIn: server.startedIn, memory };
}

async function starts(context: Context): Promise<Start[][]> {
  // The first start fills the caches of the system and of Node's compiler.
  await interleave(NAMES, 1, startOnce);
  return interleave(NAMES, times(15, context), startOnce);
}

/** The time from starting the process to the first 200, and its memory then. */
export const mockProcess: Measure = {
  name: "mock-process",
  title: "The mock server: start to the first 200 over bare node:http, and memory at rest",
  async run(context) {
    const samples = await starts(context);
    const [base = []] = samples;
    return NAMES.flatMap((subject, index): Row[] => {
      const own = samples[index] ?? [];
      const memory = summarize(own.map((start) => start.memory));
      const over = ratios(
        own.map((start) => start.startedIn),
        base.map((start) => start.startedIn),
      );
      const value = subject === BARE ? exactly(1) : summarize(over);
      const rows: Row[] = [
        { subject: `${subject}, start`, value, unit: "×" },
        { subject: `${subject}, memory`, value: memory, unit: "MB" },
      ];
      if (subject !== FAST) return rows;
      const targets = [2.5, 80];
      return rows.map((row, place) => ({ ...row, target: targets[place] ?? 0 }));
    });
  },
};
