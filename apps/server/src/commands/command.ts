import { type Store, StoreUnavailableError } from "@sinkove/api";
import type { Configuration, DatabaseLocation } from "../configuration.ts";
import { cannotUse } from "../database.ts";
import { openBesideServer } from "../open-beside-server.ts";
import { createOperator, type Operator } from "../operator.ts";
import { StartError, sqliteCodeOf } from "../start-error.ts";
import type { Terminal } from "./command-line.ts";

/** The environment of a command. */
export interface Site {
  readonly configuration: Configuration;
  readonly store: Store;
  readonly operator: Operator;
  readonly terminal: Terminal;
}

/** One of the commands of a group, such as `keys list`. */
export type Command = (site: Site, args: string[]) => Promise<void>;

/** The commands of a group, such as `keys`. */
export interface CommandGroup {
  readonly name: string;
  readonly commands: Readonly<Record<string, Command>>;
}

/** The context in which a command runs. */
export interface CommandContext {
  readonly configuration: Configuration;
  readonly terminal: Terminal;
}

/**
 * Runs a command of a group on the database, whether a server is running on it or not.
 *
 * @throws StartError if the command fails
 */
export async function runCommand(
  { name, commands }: CommandGroup,
  [word = "", ...args]: string[],
  { configuration, terminal }: CommandContext,
): Promise<void> {
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (!command) {
    const all = Object.keys(commands).map((each) => `${name} ${each}`);
    throw new StartError(`Add a command: ${inWords(all)}. See --help.`);
  }
  const store = await openBesideServer(configuration.database);
  try {
    const operator = await createOperator(store, configuration);
    await command({ configuration, store, operator, terminal }, args);
  } catch (error) {
    throw failureOf(error, configuration.database);
  } finally {
    await store.close();
  }
}

/** Says in one line that the database refused something or did not answer. Any other error stays as it is. */
function failureOf(error: unknown, location: DatabaseLocation): unknown {
  if (error instanceof StartError) return error;
  // Its class is not public.
  if (error instanceof Error && error.name === "OutcomeUnknownError")
    return new StartError(UNKNOWN_OUTCOME, { cause: error });
  if (error instanceof StoreUnavailableError) return cannotUse(location, error.cause ?? error);
  return sqliteCodeOf(error) === undefined ? error : cannotUse(location, error);
}

const UNKNOWN_OUTCOME =
  "The connection to the database was lost while the change was saved. It may have taken effect: check that before you repeat the command.";

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
