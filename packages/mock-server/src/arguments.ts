import { parseArgs } from "node:util";
import { MockError } from "./mock-error.ts";

/** What the command line asks for. */
export interface Arguments {
  readonly port: number;
  readonly host: string;
  readonly contract: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

export const usage = `Usage: sinkove-mock [--stateless] [options]

Answers every operation of the Sinkove API on this machine, from the contract's examples.

  --stateless      answer from the contract's examples and remember nothing (the only mode so far)
  --port NUMBER    the port to listen on; 0 for any free one (default 4010)
  --host ADDRESS   the address to listen on (default 127.0.0.1)
  --contract FILE  another contract: a bundled OpenAPI 3.1 document in JSON
  --json           print one line of JSON when ready, for programs
  --version        print the version
  --help           print this

Choose an answer with a header: Prefer: code=429 or Prefer: example=FailedDataset.`;

/**
 * Reads the command line.
 *
 * @throws {MockError} if an option is unknown or its value is none
 */
export function readArguments(args: readonly string[]): Arguments {
  const values = parse(args);
  return {
    port: portOf(values.port ?? "4010"),
    host: values.host ?? "127.0.0.1",
    contract: values.contract,
    json: values.json ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        stateless: { type: "boolean" },
        port: { type: "string" },
        host: { type: "string" },
        contract: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
    return values;
  } catch (error) {
    const [first] = String((error as Error).message).split(". ");
    throw new MockError(`${first}. See sinkove-mock --help.`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new MockError(`--port takes a number from 0 to 65535, not "${text}".`);
}
