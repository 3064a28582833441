import { parseArgs } from "node:util";
import { CONTROL_TOKEN_VARIABLE, requireControlToken } from "./control/control-token.ts";
import { MockError } from "./mock-error.ts";

/** The parsed command line. */
export interface Arguments {
  readonly port: number;
  readonly host: string;
  /** Lets other machines that send this token use the controls. */
  readonly controlToken: string | undefined;
  readonly engine: "fast" | "prism";
  readonly stateless: boolean;
  /** Whether to serve the console. */
  readonly console: boolean;
  readonly contract: string | undefined;
  readonly watch: boolean;
  /** The file with the initial contents of the first world. */
  readonly seedFile: string | undefined;
  /** Requests per minute for the first world's account. */
  readonly rateLimit: number | undefined;
  readonly json: boolean;
  /** Whether to stop when standard input ends. */
  readonly untilStdinEnds: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

export const usage = `Usage: sinkove-mock [options]

Runs the Sinkove API on this machine, in memory. You control its clock and inject faults.

  --port NUMBER        the port to listen on; 0 for any free one (default 4010)
  --host ADDRESS       the address to listen on (default localhost: 127.0.0.1 and ::1)
  --control-token TEXT allow requests that send this token to use /_sandbox, from any machine; safer in
  the environment variable SINKOVE_MOCK_CONTROL_TOKEN
  --engine NAME        the validator of requests and responses: fast (default) or prism
  --console            serve the console at /console and sign you in automatically
  --rate-limit NUMBER  requests per minute for the first world's account (default 100)
  --seed-file FILE     a JSON file with the initial contents of the first world: organizations, keys,
  datasets, faults and the time
  --stateless          plain Prism: return the contract's examples and keep no state
  --contract FILE      use another contract: a bundled OpenAPI 3.0 or 3.1 document in JSON; implies --engine prism
  --watch              reload the contract when its file changes, and keep the state
  --json               print one line of JSON when ready, for programs
  --until-stdin-ends   stop when standard input ends, that is, when the program that started this ends
  --version            print the version
  --help               print this help

Any request can ask for an example of the contract: Prefer: code=429 or Prefer: example=FailedDataset.
The controls of the sandbox (worlds, clock, faults, journal) are under /_sandbox.`;

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
 * Parses the command line.
 *
 * @throws {MockError} if an option is unknown, has an invalid value, or cannot be combined with another
 */
export function readArguments(args: readonly string[], environment: Environment): Arguments {
  const sent = parse(args);
  const { help, version } = sent;
  // A question about the program is answered whatever else is set.
  return help || version
    ? argumentsOf({ help: help === true, version: version === true }, {})
    : argumentsOf(requireCompatible(sent), environment);
}

function argumentsOf(values: Values, environment: Environment): Arguments {
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

type Values = Partial<ReturnType<typeof parse>>;
type Flag = {
  [Name in keyof typeof OPTIONS]: (typeof OPTIONS)[Name]["type"] extends "boolean" ? Name : never;
}[keyof typeof OPTIONS];

/** Checks the options that need or exclude another option. */
function requireCompatible(values: Values): Values {
  const { contract, stateless, watch, console, host } = values;
  if (watch && contract === undefined) {
    throw new MockError("--watch needs a file to watch. Set it with --contract.");
  }
  if (stateless && (values["rate-limit"] !== undefined || values.engine !== undefined)) {
    throw new MockError(
      "--stateless runs plain Prism, without rate limits. Remove --engine and --rate-limit.",
    );
  }
  if (stateless && console) {
    throw new MockError(
      "--stateless keeps no accounts, so --console cannot sign you in. Remove one of them.",
    );
  }
  if (stateless && values["seed-file"] !== undefined) {
    throw new MockError("--stateless keeps no state. Remove --seed-file.");
  }
  // With an empty host, Node listens on every address of the machine.
  if (host === "") throw new MockError("--host needs an address, such as 127.0.0.1.");
  return values;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    // Node's advice on positional arguments does not apply: there are none.
    const [message = ""] = String((error as Error).message).split(". To specify a positional");
    const line = message.replaceAll("\n", " ").replace(/\.$/, "");
    throw new MockError(`${line}. See sinkove-mock --help.`);
  }
}

/** An empty text means no token: shells and Compose files set unset variables to an empty text. */
function controlTokenOf(text: string | undefined): string | undefined {
  return text === undefined || text === "" ? undefined : requireControlToken(text);
}

/** The fast engine is compiled from the contract in this package and supports no other contract. */
function engineOf(text: string | undefined, contract: string | undefined): "fast" | "prism" {
  if (text === "fast" && contract !== undefined) {
    throw new MockError(
      "--engine fast supports only the built-in contract. Remove --engine or --contract.",
    );
  }
  if (text === undefined) return contract === undefined ? "fast" : "prism";
  if (text === "fast" || text === "prism") return text;
  throw new MockError(`--engine must be fast or prism, not "${text}".`);
}

function numberOf(
  option: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const number = Number(text);
  if (/^\d{1,10}$/.test(text) && number >= least && number <= most) return number;
  throw new MockError(`${option} must be a number from ${least} to ${most}, not "${text}".`);
}
