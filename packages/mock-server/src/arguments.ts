import { parseArgs } from "node:util";
import { CONTROL_TOKEN_VARIABLE, requireControlToken } from "./control/control-token.ts";
import { MockError } from "./mock-error.ts";

/** What the command line asks for. */
export interface Arguments {
  readonly port: number;
  readonly host: string;
  /** Opens the controls to other machines. */
  readonly controlToken: string | undefined;
  readonly engine: "fast" | "prism";
  readonly stateless: boolean;
  /** Whether to serve the console too. */
  readonly console: boolean;
  readonly contract: string | undefined;
  readonly watch: boolean;
  /** What the first world begins with. */
  readonly seedFile: string | undefined;
  /** Requests a minute of each key of the first world. */
  readonly rateLimit: number | undefined;
  readonly json: boolean;
  /** Whether to stop when standard input ends. */
  readonly untilStdinEnds: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

export const usage = `Usage: sinkove-mock [options]

The Sinkove API on this machine, in memory: its real rules, with time and faults under your control.

  --port NUMBER        the port to listen on; 0 for any free one (default 4010)
  --host ADDRESS       the address to listen on (default localhost: 127.0.0.1 and ::1)
  --control-token TEXT let whoever sends this token use /_sandbox, from any machine; better set in the
                       environment: SINKOVE_MOCK_CONTROL_TOKEN
  --engine NAME        what holds exchanges to the contract: fast (default), or prism
  --console            serve the console at /console, where you are signed in at once
  --rate-limit NUMBER  requests a minute of the first world's account (default 100)
  --seed-file FILE     what the first world begins with: organizations, keys, datasets, faults and the time,
                       as JSON
  --stateless          plain Prism: answer from the contract's examples and remember nothing
  --contract FILE      another contract, a bundled OpenAPI 3.0 or 3.1 document in JSON; implies --engine prism
  --watch              reload the contract's file when it changes, and keep the state
  --json               print one line of JSON when ready, for programs
  --until-stdin-ends   stop when standard input ends: with the program that started this, however it ends
  --version            print the version
  --help               print this

Any operation can be answered from the contract's examples: Prefer: code=429 or Prefer: example=FailedDataset.
What steers the sandbox (worlds, clock, faults, journal) is under /_sandbox.`;

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  "control-token": { type: "string" },
  engine: { type: "string" },
  "rate-limit": { type: "string" },
  stateless: { type: "boolean" },
  console: { type: "boolean" },
  contract: { type: "string" },
  "seed-file": { type: "string" },
  watch: { type: "boolean" },
  json: { type: "boolean" },
  "until-stdin-ends": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the command line.
 *
 * @throws {MockError} if an option is unknown, has a wrong value, or does not go with another
 */
export function readArguments(args: readonly string[], environment: Environment): Arguments {
  const values = parse(args);
  requireTogether(values);
  const { contract, "rate-limit": limit } = values;
  const flag = (name: Flag): boolean => values[name] === true;
  return {
    port: numberOf("--port", values.port ?? "4010", { least: 0, most: 65_535 }),
    host: values.host ?? "localhost",
    controlToken: controlTokenOf(values["control-token"] ?? environment[CONTROL_TOKEN_VARIABLE]),
    engine: engineOf(values.engine, contract),
    rateLimit:
      limit === undefined ? undefined : numberOf("--rate-limit", limit, { least: 1, most: 1e9 }),
    contract,
    seedFile: values["seed-file"],
    stateless: flag("stateless"),
    console: flag("console"),
    watch: flag("watch"),
    json: flag("json"),
    untilStdinEnds: flag("until-stdin-ends"),
    help: flag("help"),
    version: flag("version"),
  };
}

type Values = ReturnType<typeof parse>;
type Flag = {
  [Name in keyof typeof OPTIONS]: (typeof OPTIONS)[Name]["type"] extends "boolean" ? Name : never;
}[keyof typeof OPTIONS];

/** Options that need another one, or exclude it. */
function requireTogether(values: Values): void {
  const { contract, stateless, watch, console, host } = values;
  if (watch && contract === undefined) {
    throw new MockError("--watch needs a file to watch. Name it with --contract.");
  }
  if (stateless && (values["rate-limit"] !== undefined || values.engine !== undefined)) {
    throw new MockError(
      "--stateless is plain Prism, with no limits. Leave --engine and --rate-limit out.",
    );
  }
  if (stateless && console) {
    throw new MockError("--stateless remembers nobody, so that --console has nobody to sign in.");
  }
  if (stateless && values["seed-file"] !== undefined) {
    throw new MockError("--stateless remembers nothing. Leave --seed-file out.");
  }
  // Node would listen on every address of the machine.
  if (host === "") throw new MockError("--host takes an address, such as 127.0.0.1.");
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const [first] = String((error as Error).message).split(/\. |\.?\n/);
    throw new MockError(`${first}. See sinkove-mock --help.`);
  }
}

/** An empty variable is how a shell or a Compose file says that there is none. */
function controlTokenOf(text: string | undefined): string | undefined {
  return text === undefined || text === "" ? undefined : requireControlToken(text);
}

/** The fast engine is compiled from the contract that the package carries, and knows no other. */
function engineOf(text: string | undefined, contract: string | undefined): "fast" | "prism" {
  if (text === "fast" && contract !== undefined) {
    throw new MockError("--engine fast knows its own contract only. Leave it out with --contract.");
  }
  if (text === undefined) return contract === undefined ? "fast" : "prism";
  if (text === "fast" || text === "prism") return text;
  throw new MockError(`--engine takes fast or prism, not "${text}".`);
}

function numberOf(
  option: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const number = Number(text);
  if (/^\d{1,10}$/.test(text) && number >= least && number <= most) return number;
  throw new MockError(`${option} takes a number from ${least} to ${most}, not "${text}".`);
}
