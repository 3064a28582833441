import { curl } from "./curl/curl.ts";
import { textCommands } from "./filters.ts";
import { jq } from "./jq/jq.ts";
import { type CommandContext, type CommandFunction, LoopSignal, ShellExit } from "./machine.ts";
import { test } from "./test-command.ts";
import { unzip } from "./unzip.ts";
import { unescapeAnsi } from "./words.ts";

const OPTIONS: Readonly<Record<string, string>> = {
  e: "errexit",
  u: "nounset",
  a: "allexport",
  x: "xtrace",
};

/** The commands that a script can use. */
export const commands: Readonly<Record<string, CommandFunction>> = {
  ...textCommands,
  curl,
  test,
  "[": test,
  ":": () => 0,
  true: () => 0,
  false: () => 1,
  echo,
  printf,
  set,
  export: exportVariables,
  unset({ args, shell }) {
    for (const name of args) {
      shell.variables.delete(name);
      shell.exported.delete(name);
    }
    return 0;
  },
  exit,
  break() {
    throw new LoopSignal("break");
  },
  continue() {
    throw new LoopSignal("continue");
  },
  async sleep({ args, host }) {
    const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
    for (const duration of args) {
      const seconds = Number.parseFloat(duration) * (units[duration.slice(-1)] ?? 1);
      await host.sleep(seconds * 1000);
    }
    return 0;
  },
  jq,
  unzip,
};

function echo({ args, out }: CommandContext): number {
  const options = args.findIndex((word) => !/^-[neE]+$/.test(word));
  const flags = args.slice(0, options < 0 ? args.length : options).join("");
  const words = args.slice(options < 0 ? args.length : options).join(" ");
  out((flags.includes("e") ? unescapeAnsi(words) : words) + (flags.includes("n") ? "" : "\n"));
  return 0;
}

function exit({ args: [word], shell, err }: CommandContext): never {
  const status = Number(word ?? shell.status);
  if (Number.isInteger(status)) throw new ShellExit(status & 255);
  err(`bash: exit: ${word}: numeric argument required\n`);
  throw new ShellExit(2);
}

/** Reuses the format until all words are used, as in bash. */
function printf({ args, out, err }: CommandContext): number {
  const [format, ...words] = args;
  if (format === undefined) {
    err("printf: usage: printf format [arguments]\n");
    return 2;
  }
  const rest = [...words];
  do {
    const before = rest.length;
    out(formatOnce(unescapeAnsi(format), rest));
    if (rest.length === before) return 0;
  } while (rest.length > 0);
  return 0;
}

function formatOnce(format: string, words: string[]): string {
  return format.replaceAll(
    /%(-?)(\d*)(?:\.(\d+))?([sdif%])/g,
    (_, left, width, precision, kind) => {
      if (kind === "%") return "%";
      const word = words.shift() ?? (kind === "s" ? "" : "0");
      const text = formatWord(word, kind, precision);
      return left === "-" ? text.padEnd(Number(width)) : text.padStart(Number(width));
    },
  );
}

function formatWord(word: string, kind: string, precision: string | undefined): string {
  if (kind === "s") return precision === undefined ? word : word.slice(0, Number(precision));
  if (kind === "f") return Number(word).toFixed(Number(precision ?? 6));
  return `${Math.trunc(Number(word))}`;
}

function set({ args, shell, err }: CommandContext): number {
  for (let index = 0; index < args.length; index++) {
    const option = args[index] ?? "";
    const names = [...option.slice(1)].map((letter) =>
      letter === "o" ? (args[++index] ?? "") : (OPTIONS[letter] ?? letter),
    );
    for (const name of names) {
      if (!["errexit", "nounset", "pipefail", "allexport"].includes(name)) {
        err(`bash: set: ${name} is not supported in this page; use -e, -u, -a or -o pipefail\n`);
        return 2;
      }
      if (option.startsWith("-")) shell.options.add(name);
      else shell.options.delete(name);
    }
  }
  return 0;
}

function exportVariables({ args, shell }: CommandContext): number {
  for (const word of args) {
    const [name = "", ...value] = word.split("=");
    if (value.length > 0) shell.variables.set(name, value.join("="));
    shell.exported.add(name);
  }
  return 0;
}
