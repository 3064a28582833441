import { stripVTControlCharacters } from "node:util";
import { runTurbo } from "./turbo.ts";

/** The longest time without a printed line, in milliseconds. */
const LONGEST_SILENCE = 4000;
const STARTED = /^(\S+):(build|generate): cache (hit|miss|bypass)/;

export interface BuildOptions {
  readonly packages: readonly string[];
  readonly signal: AbortSignal;
  /** The start time, by `performance.now()`. Each line shows the seconds since then. */
  readonly since: number;
}

/**
 * Builds packages and their dependencies, with a line for each step. Prints the full output of the tools only if one of
 * them fails.
 *
 * @returns whether it succeeded
 */
export async function build({ packages, signal, since }: BuildOptions): Promise<boolean> {
  const output: string[] = [];
  let step = "getting ready";
  let latest = "";
  const say = (text: string) => console.log(`${seconds(since)}  ${text}`);
  const heartbeat = setInterval(() => say(`still ${step}${latest}`), LONGEST_SILENCE);
  const onLine = (line: string) => {
    output.push(line);
    const [, name, task, cache] = STARTED.exec(line) ?? [];
    if (name === undefined) latest = messageIn(line) ?? latest;
    if (name === undefined || cache === "hit") return;
    latest = "";
    step = task === "generate" ? `generating ${name}` : `building ${name}`;
    heartbeat.refresh();
    say(step);
  };
  const filters = packages.map((name) => `--filter=${name}`);
  const args = ["run", "build", ...filters, "--ui=stream", "--log-order=stream"];
  const isBuilt = await runTurbo([...args, "--output-logs=full"], { signal, onLine });
  clearInterval(heartbeat);
  if (!isBuilt && !signal.aborted) console.error(output.join("\n"));
  return isBuilt;
}

/** The message of a tool in a line of output, without colours and the name of its task. */
function messageIn(line: string): string | undefined {
  const [, text = ""] = /^\S+:(?:build|generate): (.*)$/.exec(stripVTControlCharacters(line)) ?? [];
  const message = text.replace(/^\[\w+\]( \[\w+\])? /, "").trim();
  return message === "" || message.startsWith(">") ? undefined : `: ${message.slice(0, 80)}`;
}

function seconds(since: number): string {
  return `${Math.round((performance.now() - since) / 1000)} s`.padStart(6);
}
