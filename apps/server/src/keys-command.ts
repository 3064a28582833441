import { parse, printable, readOptions, type Terminal } from "./command-line.ts";
import type { Configuration } from "./configuration.ts";
import { openDatabase } from "./database.ts";
import { isInstalled } from "./installation.ts";
import { createOperator, type Operator } from "./operator.ts";
import { StartError } from "./start-error.ts";

/** The members of a key that a command shows, as the contract says. */
interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly last4: string;
  readonly status: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly scopes: readonly string[];
  readonly createdBy: { readonly id: string } | null;
}

type Command = (operator: Operator, args: string[], terminal: Terminal) => Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = { create, list, revoke };

/**
 * Runs `keys create`, `keys list` or `keys revoke` on the database, whether a server runs on it or not.
 *
 * @throws StartError where it cannot be done
 */
export async function runKeysCommand(
  [name = "", ...args]: string[],
  configuration: Configuration,
  terminal: Terminal,
): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    throw new StartError("Say which: keys create, keys list or keys revoke. See --help.");
  }
  const store = await openDatabase(configuration.database, "beside a server");
  try {
    if (!(await isInstalled(store))) {
      throw new StartError("This database has no account yet. Start sinkove-server on it once.");
    }
    await command(await createOperator(store, configuration.environment), args, terminal);
  } finally {
    await store.close();
  }
}

async function create(operator: Operator, args: string[], terminal: Terminal): Promise<void> {
  const { name, scopes, expires } = readOptions(args, ["name", "scopes", "expires"]);
  if (name === undefined) throw new StartError("A key needs a name: keys create --name ci");
  const response = await operator("POST", "/api-keys", {
    name,
    ...(scopes === undefined ? {} : { scopes: scopes.split(",").map((scope) => scope.trim()) }),
    ...(expires === undefined ? {} : { expiresAt: toTimestamp(expires) }),
  });
  const key = (await response.json()) as ListedKey & { readonly secret: string };
  terminal.err(
    `Created ${key.id} (${printable(key.name)}). This is the key; it is not shown again:`,
  );
  terminal.out(key.secret);
}

/** `90d` is that many days from now; anything else is for the API to judge. */
function toTimestamp(text: string): string {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  if (days === undefined) return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;
  return new Date(Date.now() + Number(days) * 86_400_000).toISOString();
}

async function list(operator: Operator, args: string[], terminal: Terminal): Promise<void> {
  readOptions(args, []);
  const keys: ListedKey[] = [];
  for (let path: string | undefined = "/api-keys?limit=500"; path !== undefined; ) {
    const response: Response = await operator("GET", path);
    keys.push(...((await response.json()) as ListedKey[])); // as the contract says
    path = /<[^>]*\/v1(\/[^>]*)>; rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
  }
  const rows = keys.map((key) => [
    key.id,
    printable(key.name),
    `${key.prefix}…${key.last4}`,
    key.status,
    `expires ${key.expiresAt ?? "never"}`,
    `last used ${key.lastUsedAt ?? "never"}`,
    key.scopes.join(","),
    `created by ${key.createdBy?.id ?? "-"}`,
  ]);
  for (const row of rows) terminal.out(row.join("\t"));
}

async function revoke(operator: Operator, args: string[], terminal: Terminal): Promise<void> {
  const { id, descendants } = readRevocation(args);
  const path = `/api-keys/${encodeURIComponent(id)}/revoke`;
  const response = await operator("POST", path, { descendants });
  const { revokedDescendants } = (await response.json()) as {
    readonly revokedDescendants: readonly ListedKey[]; // as the contract says
  };
  terminal.err(`Revoked ${id}. It is refused from now on.`);
  for (const each of revokedDescendants) {
    terminal.err(`Revoked its descendant ${each.id} (${printable(each.name)}).`);
  }
}

function readRevocation(args: string[]) {
  const options = { descendants: { type: "boolean", default: false } } as const;
  const { positionals, values } = parse({ args, options, allowPositionals: true });
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) {
    throw new StartError("Say which key by its id: keys revoke ID. `keys list` shows the ids.");
  }
  return { id, descendants: values.descendants };
}
