import { type Expander, expandText } from "./expand.ts";
import { bytesOf, createSink, type ShellHost, type Streams } from "./machine.ts";
import type { Redirect } from "./syntax.ts";

/** The streams of a command, and a function to call after the command. */
interface Opened {
  readonly streams: Streams;
  readonly close: () => void;
}

interface Place extends Streams {
  readonly host: ShellHost;
  readonly expander: Expander;
}

/** Opens a command's redirects, from left to right. */
export async function openRedirects(
  redirects: readonly Redirect[],
  { host, expander, stdin, out, err }: Place,
): Promise<Opened> {
  let streams: Streams = { stdin, out, err };
  const closing: (() => void)[] = [];
  for (const redirect of redirects) {
    const target = await expandText(redirect.target, expander);
    if (redirect.operator.startsWith("<")) {
      streams = { ...streams, stdin: inputOf(redirect, target, host) };
      continue;
    }
    const sink = createSink();
    const isToFile = redirect.operator !== ">&" && target !== "/dev/null";
    const write = redirect.operator === ">&" ? streamOf(target, streams) : sink.write;
    streams = redirect.descriptor === 2 ? { ...streams, err: write } : { ...streams, out: write };
    if (!isToFile) continue;
    const save = redirect.operator === ">>" ? "append" : "write";
    closing.push(() => host.files[save](target, sink.bytes()));
  }
  return { streams, close: () => closing.forEach((save) => void save()) };
}

function streamOf(target: string, { out, err }: Streams): Streams["out"] {
  return target === "2" ? err : out;
}

function inputOf({ operator }: Redirect, target: string, { files }: ShellHost): Uint8Array {
  if (operator === "<<") return bytesOf(target);
  if (operator === "<<<") return bytesOf(`${target}\n`);
  return files.read(target) ?? new Uint8Array();
}
