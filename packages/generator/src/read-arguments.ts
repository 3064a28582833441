import type { Sex, View } from "./prompt/finding.ts";

/** The maximum length of a prompt in code points, like `maxLength` in JSON Schema. */
export const MAX_PROMPT_LENGTH = 1000;

/** The maximum seed. */
export const MAX_SEED = 4_294_967_295;

/** The maximum noise. 1 is the noise of an ordinary film. */
export const MAX_NOISE = 4;

/** The arguments of an order. Undefined arguments are taken from the prompt or drawn at random. */
export interface PhantomArguments {
  readonly prompt: string;
  readonly seed: number | undefined;
  readonly view: View | undefined;
  readonly sex: Sex | undefined;
  readonly noise: number | undefined;
}

/** @throws TypeError if the arguments do not follow the models' `argsSchema` */
export function readArguments(args: Readonly<Record<string, unknown>>): PhantomArguments {
  return {
    prompt: readPrompt(args.prompt),
    seed: readNumber(args.seed, { name: "seed", max: MAX_SEED, isWhole: true }),
    view: readChoice(args.view, { name: "view", choices: ["pa", "ap"] }),
    sex: readChoice(args.sex, { name: "sex", choices: ["female", "male"] }),
    noise: readNumber(args.noise, { name: "noise", max: MAX_NOISE, isWhole: false }),
  };
}

function readPrompt(value: unknown): string {
  const fits = typeof value === "string" && [...value].length <= MAX_PROMPT_LENGTH;
  if (fits && value.trim() !== "") return value;
  throw new TypeError(
    `args.prompt must be a string of 1 to ${MAX_PROMPT_LENGTH} characters, and not only spaces.`,
  );
}

interface NumberRule {
  readonly name: string;
  readonly max: number;
  readonly isWhole: boolean;
}

function readNumber(value: unknown, { name, max, isWhole }: NumberRule): number | undefined {
  if (value === undefined) return undefined;
  const isRight = typeof value === "number" && value >= 0 && value <= max;
  if (isRight && (!isWhole || Number.isInteger(value))) return value;
  throw new TypeError(
    `args.${name} must be ${isWhole ? "a whole number" : "a number"} from 0 to ${max}.`,
  );
}

interface ChoiceRule<Choice extends string> {
  readonly name: string;
  readonly choices: readonly Choice[];
}

function readChoice<Choice extends string>(
  value: unknown,
  { name, choices }: ChoiceRule<Choice>,
): Choice | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((each) => each === value);
  if (choice) return choice;
  throw new TypeError(`args.${name} must be ${choices.map((each) => `"${each}"`).join(" or ")}.`);
}
