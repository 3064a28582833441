import type { Store } from "@sinkove/api";
import { parse, printable, readOptions, type Terminal } from "./command-line.ts";
import type { Configuration } from "./configuration.ts";
import { openDatabase } from "./database.ts";
import { isInstalled } from "./installation.ts";
import { createLog } from "./log.ts";
import { createOperator } from "./operator.ts";
import { openAuthDatabase } from "./people/auth-database.ts";
import type { AuthDatabase } from "./people/auth-schema.ts";
import { listPeople } from "./people/list-people.ts";
import { consoleLink, invitationMail } from "./people/mail/letters.ts";
import { createMailer } from "./people/mail/mailer.ts";
import { makeWelcomeToken } from "./people/welcome.ts";
import { StartError } from "./start-error.ts";

/** What a command works on. */
interface Site {
  readonly configuration: Configuration;
  readonly store: Store;
  readonly database: AuthDatabase;
  readonly terminal: Terminal;
}

type Command = (site: Site, args: string[]) => Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = { list, invite, link };

/**
 * Runs `people list`, `people invite` or `people link` on the database, whether a server runs on it or not.
 *
 * @throws StartError where it cannot be done
 */
export async function runPeopleCommand(
  [name = "", ...args]: string[],
  configuration: Configuration,
  terminal: Terminal,
): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    throw new StartError("Say which: people list, people invite or people link. See --help.");
  }
  const store = await openDatabase(configuration.database, "beside a server");
  const database = await openAuthDatabase(configuration.database);
  try {
    if (!(await isInstalled(store))) {
      throw new StartError("This database has no account yet. Start sinkove-server on it once.");
    }
    await command({ configuration, store, database, terminal }, args);
  } finally {
    await database.close();
    await store.close();
  }
}

async function list({ database, terminal }: Site, args: string[]): Promise<void> {
  readOptions(args, []);
  for (const person of await listPeople(database)) {
    const row = [
      person.id,
      person.email,
      printable(person.name),
      person.emailVerified ? "confirmed" : "not confirmed",
      person.twoFactorEnabled ? "second factor" : "no second factor",
      `since ${person.createdAt}`,
    ];
    terminal.out(row.join("\t"));
  }
}

async function link({ configuration, database, terminal }: Site, args: string[]): Promise<void> {
  readOptions(args, []);
  const token = await makeWelcomeToken(database);
  if (token === undefined)
    throw new StartError(
      "The first account has a person already. Invite people: people invite EMAIL",
    );
  terminal.err(
    "Open this link to make the first account yours. It works once; earlier links no longer work:",
  );
  terminal.out(consoleLink(originOf(configuration), "welcome", token));
}

async function invite(site: Site, args: string[]): Promise<void> {
  const { configuration, store, terminal } = site;
  const { email, organization, role } = readInvitation(args);
  const origin = originOf(configuration);
  const { mail: location, mailFrom: from } = configuration;
  // What a log would say, such as the name of the file, is shown to who runs the command.
  const write = (line: string) => terminal.err(line.trim());
  const log = createLog({ level: "info", write, clock: Date.now });
  const mailer = createMailer({ location, from, log, clock: Date.now });
  const operator = await createOperator(store, configuration.environment, {
    sendInvitation: async (mail) =>
      mailer.send(invitationMail({ ...mail, to: mail.email, origin })),
    accountDeleted: async () => {},
  });
  const id = await organizationId(operator, organization);
  const response = await operator("POST", `/organizations/${id}/invitations`, { email, ...role });
  const { token } = (await response.json()) as { readonly token: string }; // as the contract says
  await mailer.finish();
  terminal.err(`Invited ${email}. This is the link; it is not shown again:`);
  terminal.out(consoleLink(origin, "invitations", token));
}

function readInvitation(args: string[]) {
  const options = { organization: { type: "string" }, role: { type: "string" } } as const;
  const { positionals, values } = parse({ args, options, allowPositionals: true });
  const [email, ...rest] = positionals;
  if (email === undefined || rest.length > 0)
    throw new StartError("Say whom by one email address: people invite ada@example.com");
  const role = values.role === undefined ? {} : { role: values.role };
  return { email, organization: values.organization, role };
}

/** By its id or its name; not needed if there is only one. */
async function organizationId(
  operator: Awaited<ReturnType<typeof createOperator>>,
  wanted: string | undefined,
): Promise<string> {
  const response = await operator("GET", "/organizations?limit=500");
  const all = (await response.json()) as readonly { readonly id: string; readonly name: string }[]; // as the contract says
  const found = all.filter(
    ({ id, name }) => wanted === undefined || id === wanted || name === wanted,
  );
  const [only] = found;
  if (only && found.length === 1) return only.id;
  const names = all.map(({ id, name }) => `${id} (${printable(name)})`).join(", ");
  throw new StartError(`Say which organization with --organization: ${names || "there is none"}.`);
}

/** A command does not know where a server listens. */
function originOf({ publicUrl, port }: Configuration): string {
  return publicUrl ?? `http://127.0.0.1:${port}`;
}
