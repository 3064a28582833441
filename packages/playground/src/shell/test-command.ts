import type { CommandContext } from "./machine.ts";

type Comparison = (left: string, right: string) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  "=": (left, right) => left === right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "-eq": (left, right) => Number(left) === Number(right),
  "-ne": (left, right) => Number(left) !== Number(right),
  "-lt": (left, right) => Number(left) < Number(right),
  "-le": (left, right) => Number(left) <= Number(right),
  "-gt": (left, right) => Number(left) > Number(right),
  "-ge": (left, right) => Number(left) >= Number(right),
};

/** Runs `test` and `[`: comparisons of texts and numbers, `-z`, `-n`, `-f`, `-e`, `-s`, `!`, `-a` and `-o`. */
export function test(context: CommandContext): number {
  const { name, args, err } = context;
  if (name === "[" && args.at(-1) !== "]") {
    err("bash: [: missing `]'\n");
    return 2;
  }
  const words = name === "[" ? args.slice(0, -1) : args;
  const verdict = judgeAny(words, context);
  if (verdict !== undefined) return verdict ? 0 : 1;
  err(`bash: ${name}: this comparison is not supported in this page: ${words.join(" ")}\n`);
  return 2;
}

function judgeAny(words: readonly string[], context: CommandContext): boolean | undefined {
  const [any, all] = [words.indexOf("-o"), words.indexOf("-a")];
  if (words.length > 3 && any > 0) {
    const parts = [words.slice(0, any), words.slice(any + 1)].map((part) =>
      judgeAny(part, context),
    );
    return parts.includes(undefined) ? undefined : parts.includes(true);
  }
  if (words.length > 3 && all > 0) {
    const parts = [words.slice(0, all), words.slice(all + 1)].map((part) =>
      judgeAny(part, context),
    );
    return parts.includes(undefined) ? undefined : !parts.includes(false);
  }
  return judge(words, context);
}

function judge(words: readonly string[], context: CommandContext): boolean | undefined {
  const [first = "", second = "", third = ""] = words;
  if (words.length === 0) return false;
  if (words.length === 1) return first !== "";
  if (words.length === 3 && comparisons[second]) return comparisons[second](first, third);
  if (first === "!") {
    const verdict = judge(words.slice(1), context);
    return verdict === undefined ? undefined : !verdict;
  }
  return words.length === 2 ? judgeOne(first, second, context) : undefined;
}

function judgeOne(operator: string, word: string, { host }: CommandContext): boolean | undefined {
  const file = host.files.read(word);
  if (operator === "-z") return word === "";
  if (operator === "-n") return word !== "";
  if (operator === "-f" || operator === "-e") return file !== undefined;
  if (operator === "-s") return (file?.length ?? 0) > 0;
  return undefined;
}
