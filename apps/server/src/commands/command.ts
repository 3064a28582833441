import type { Store } from "@sinkove/api";
import type { Configuration } from "../configuration.ts";
import { isInstalled } from "../installation.ts";
import { openBesideServer } from "../open-beside-server.ts";
import { createOperator, type Operator } from "../operator.ts";
import { StartError } from "../start-error.ts";
import type { Terminal } from "./command-line.ts";

/** What a command works with. */
export interface Site {
  readonly configuration: Configuration;
  readonly store: Store;
  readonly operator: Operator;
  readonly terminal: Terminal;
}

/** One of the commands of a group, such as `keys list`. */
export type Command = (site: Site, args: string[]) => Promise<void>;

/** Commands under one word, such as `keys`. */
export interface CommandGroup {
  readonly name: string;
  readonly commands: Readonly<Record<string, Command>>;
}

/** Who runs a command, and where. */
export interface CommandContext {
  readonly configuration: Configuration;
  readonly terminal: Terminal;
}

/**
 * Runs one of a group's commands on the database, whether a server runs on it or not.
 *
 * @throws StartError if it cannot be done
 */
export async function runCommand(
  { name, commands }: CommandGroup,
  [word = "", ...args]: string[],
  { configuration, terminal }: CommandContext,
): Promise<void> {
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (!command) {
    const all = Object.keys(commands).map((each) => `${name} ${each}`);
    throw new StartError(`Say which: ${inWords(all)}. See --help.`);
  }
  const store = await openBesideServer(configuration.database);
  try {
    if (!(await isInstalled(store))) {
      throw new StartError("This database has no account yet. Start sinkove-server on it once.");
    }
    const operator = await createOperator(store, configuration.environment);
    await command({ configuration, store, operator, terminal }, args);
  } finally {
    await store.close();
  }
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
