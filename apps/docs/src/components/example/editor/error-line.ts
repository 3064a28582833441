import type { Language } from "../../../../plugins/examples/example-files.ts";
import type { RunState } from "../run-state.ts";

/** The patterns with which Node, Bash and Python report the line of an error. */
const patterns: Readonly<Record<Language, (name: string) => RegExp>> = {
  ts: (name) => new RegExp(`^${name}:(\\d+)$`, "gm"),
  sh: () => /^line (\d+): /gm,
  py: (name) => new RegExp(`^ +File "${name}", line (\\d+)`, "gm"),
};

/**
 * Returns the last line number in the error output of a failed run, because Python's traceback ends with the call that
 * failed. Returns undefined if the output contains none.
 */
export function errorLine(
  language: Language,
  name: string,
  { phase, status, outputs }: Pick<RunState, "phase" | "status" | "outputs">,
): number | undefined {
  if (phase !== "ended" || status === 0) return undefined;
  const errors = outputs.filter(({ stream }) => stream === "stderr").map(({ text }) => text);
  const escaped = name.replaceAll(/[^\w-]/g, String.raw`\$&`);
  const last = [...errors.join("").matchAll(patterns[language](escaped))].at(-1);
  return last?.[1] === undefined ? undefined : Number(last[1]);
}
