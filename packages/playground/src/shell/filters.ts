import {
  bytesOf,
  type CommandContext,
  type CommandFunction,
  createSink,
  textOf,
} from "./machine.ts";

/** Commands that process text. */
export const textCommands: Readonly<Record<string, CommandFunction>> = {
  cat(context) {
    const files = readAll(context, context.args);
    if (files === undefined) return 1;
    context.out(files);
    return 0;
  },
  grep,
  head: (context) => ends(context, (lines, count) => lines.slice(0, count)),
  tail: (context) => ends(context, (lines, count) => lines.slice(-count)),
  wc,
  tr,
  cut,
  seq({ args, out }) {
    const [from, to] = args.length > 1 ? [Number(args[0]), Number(args[1])] : [1, Number(args[0])];
    for (let number = from; number <= to; number++) out(`${number}\n`);
    return 0;
  },
  sort({ args, stdin, out }) {
    const sorted = linesOf(textOf(stdin)).sort();
    const lines = args.includes("-u") ? [...new Set(sorted)] : sorted;
    out(joined(args.includes("-r") ? lines.reverse() : lines));
    return 0;
  },
  rm({ args, host }) {
    for (const name of args) if (!name.startsWith("-")) host.files.delete(name);
    return 0;
  },
};

function readAll({ name, stdin, host, err }: CommandContext, files: readonly string[]) {
  const sink = createSink();
  for (const file of files.length > 0 ? files : ["-"]) {
    const bytes = file === "-" ? stdin : host.files.read(file);
    if (!bytes) {
      err(`${name}: ${file}: No such file or directory\n`);
      return undefined;
    }
    sink.write(bytes);
  }
  return sink.bytes();
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

/** Separates flags such as `-io` from the other words. A flag in `valued` has a value: the rest, or the next word. */
function readFlags(
  args: readonly string[],
  valued = "",
): { flags: Map<string, string>; rest: string[] } {
  const flags = new Map<string, string>();
  const rest: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? "";
    if (!/^-[^-]/.test(word)) {
      rest.push(word);
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      if (!valued.includes(letter)) {
        flags.set(letter, "");
        continue;
      }
      flags.set(letter, word.slice(at + 1) || (args[++index] ?? ""));
      break;
    }
  }
  return { flags, rest };
}

function grep(context: CommandContext): number {
  const { flags, rest } = readFlags(context.args, "em");
  const pattern = flags.get("e") ?? rest[0];
  const files = flags.has("e") ? rest : rest.slice(1);
  const text = readAll(context, files);
  if (pattern === undefined || text === undefined) return 2;
  const expression = new RegExp(
    flags.has("F") ? pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") : extended(pattern, flags),
    flags.has("i") ? "gi" : "g",
  );
  const lines = linesOf(textOf(text));
  const found = lines.filter((line) => line.search(expression) >= 0 !== flags.has("v"));
  const shown = flags.has("m") ? found.slice(0, Number(flags.get("m"))) : found;
  const parts = flags.has("o") ? shown.flatMap((line) => line.match(expression) ?? []) : shown;
  if (flags.has("c")) context.out(`${found.length}\n`);
  else if (!flags.has("q")) context.out(joined(parts));
  return found.length > 0 ? 0 : 1;
}

/** Converts a basic regular expression, in which `\+ \? \| \( \) \{ \}` are operators, to an extended one. */
function extended(pattern: string, flags: ReadonlyMap<string, string>): string {
  const classes = pattern
    .replaceAll("[:space:]", "\\s")
    .replaceAll("[:digit:]", "\\d")
    .replaceAll("[:alnum:]", "A-Za-z0-9");
  if (flags.has("E") || flags.has("P")) return classes;
  return classes.replaceAll(/\\?[+?|(){}]/g, (found) =>
    found.length > 1 ? found.slice(1) : `\\${found}`,
  );
}

function ends(
  context: CommandContext,
  take: (lines: readonly string[], count: number) => readonly string[],
): number {
  const { flags, rest } = readFlags(
    context.args.map((word) => word.replace(/^-(\d+)$/, "-n$1")),
    "nc",
  );
  const text = readAll(context, rest);
  if (text === undefined) return 1;
  const bytes = flags.get("c");
  if (bytes !== undefined) {
    const count = Number(bytes);
    context.out(context.name === "head" ? text.slice(0, count) : text.slice(-count));
  } else context.out(joined(take(linesOf(textOf(text)), Number(flags.get("n") ?? 10))));
  return 0;
}

function wc(context: CommandContext): number {
  const { flags, rest } = readFlags(context.args);
  const bytes = readAll(context, rest);
  if (bytes === undefined) return 1;
  const text = textOf(bytes);
  const count = flags.has("l")
    ? text.split("\n").length - 1
    : flags.has("w")
      ? text.split(/\s+/).filter(Boolean).length
      : bytesOf(text).length;
  if (flags.size !== 1) {
    context.err("wc: use one of -l, -w and -c; others are not supported in this page\n");
    return 2;
  }
  context.out(rest.length > 0 ? `${count} ${rest.join(" ")}\n` : `${count}\n`);
  return 0;
}

function tr({ args, stdin, out, err }: CommandContext): number {
  const { flags, rest } = readFlags(args);
  const [from = "", to = ""] = rest.map((set) =>
    set.replaceAll("\\n", "\n").replaceAll("\\r", "\r"),
  );
  if (!flags.has("d") && from.length !== to.length) {
    err(
      "tr: only -d and two sets of the same length, without ranges, are supported in this page\n",
    );
    return 2;
  }
  const characters = [...textOf(stdin)].flatMap((character) => {
    const index = from.indexOf(character);
    if (index < 0) return character;
    return flags.has("d") ? [] : to.charAt(index);
  });
  out(characters.join(""));
  return 0;
}

function cut(context: CommandContext): number {
  const { flags, rest } = readFlags(context.args, "dfc");
  const text = readAll(context, rest);
  if (text === undefined) return 1;
  const range = flags.get("f") ?? flags.get("c") ?? "";
  const [first = 1, last = first] = range.split("-").map((number) => Number(number) || undefined);
  const end = range.endsWith("-") ? undefined : last;
  const separator = flags.has("f") ? (flags.get("d") ?? "\t") : "";
  const lines = linesOf(textOf(text)).map((line) =>
    (line.includes(separator) ? line.split(separator).slice(first - 1, end) : [line]).join(
      separator,
    ),
  );
  context.out(joined(lines));
  return 0;
}
