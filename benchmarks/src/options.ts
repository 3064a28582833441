import { parseArgs } from "node:util";

export const USAGE = "npm run bench -- [--only NAME]... [--json] [--effort 0.05] [--before FOLDER]";

/** The options on the command line. */
export interface Options {
  readonly only: readonly string[];
  readonly json: boolean;
  readonly effort: number;
  readonly before: string | undefined;
}

/** Parses the command line. Throws an error that says what to change. */
export function parseOptions(args: readonly string[], names: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
      effort: { type: "string", default: "1" },
      before: { type: "string" },
    },
  });
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Error(`There is no measure "${unknown}". There are: ${names.join(", ")}.`);
  }
  const effort = Number(values.effort);
  if (!(effort > 0 && effort <= 10)) {
    throw new Error("--effort must be above 0 and at most 10; 1 is a normal run.");
  }
  return { only: values.only, json: values.json, effort, before: values.before };
}
