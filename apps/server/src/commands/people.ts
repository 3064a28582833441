import { restoreAccount, suspendAccount } from "@sinkove/api";
import type { Configuration } from "../configuration.ts";
import { createLog } from "../log.ts";
import { createOperator, type Operator } from "../operator.ts";
import { openAuthDatabase } from "../people/auth-database.ts";
import type { AuthDatabase } from "../people/auth-schema.ts";
import { listPeople } from "../people/list-people.ts";
import { consoleLink, invitationMail } from "../people/mail/letters.ts";
import { createMailer } from "../people/mail/mailer.ts";
import { endSessionsOf } from "../people/sessions.ts";
import { makeWelcomeToken } from "../people/welcome.ts";
import { StartError } from "../start-error.ts";
import { readAll, readOne } from "./api-call.ts";
import type { Command, CommandGroup, Site } from "./command.ts";
import { printable, readArguments, show } from "./command-line.ts";

const list: Command = async ({ configuration, terminal }, args) => {
  const { json } = readArguments(args, { usage: "people list" });
  const people = await withAuthDatabase(configuration, listPeople);
  const rows = people.map((person) => [
    person.id,
    person.email,
    person.name,
    person.emailVerified ? "confirmed" : "not confirmed",
    person.twoFactorEnabled ? "second factor" : "no second factor",
    `since ${person.createdAt}`,
  ]);
  show(terminal, { json, value: people, rows });
};

const link: Command = async ({ configuration, terminal }, args) => {
  const { json } = readArguments(args, { usage: "people link" });
  const token = await withAuthDatabase(configuration, makeWelcomeToken);
  if (token === undefined)
    throw new StartError(
      "The first account has a person already. Invite people: people invite EMAIL",
    );
  terminal.err(
    "Open this link to make the first account yours. It works once; earlier links no longer work:",
  );
  const url = consoleLink(originOf(configuration), "welcome", token);
  show(terminal, { json, value: { link: url }, rows: [[url]] });
};

const invite: Command = async (site, args) => {
  const { configuration, store, terminal } = site;
  const names = { usage: "people invite EMAIL", texts: ["organization", "role"] as const };
  const { positionals, texts, json } = readArguments(args, names);
  const [email = ""] = positionals;
  const origin = originOf(configuration);
  const { mail: location, mailFrom: from } = configuration;
  // Shows log messages, such as the name of a file, to the person who runs the command.
  const write = (line: string) => terminal.err(line.trim());
  const log = createLog({ level: "info", write, clock: Date.now });
  const mailer = createMailer({ location, from, log, clock: Date.now });
  const operator = await createOperator(store, configuration, {
    sendInvitation: async (mail) =>
      mailer.send(invitationMail({ ...mail, to: mail.email, origin })),
    accountDeleted: async () => {},
  });
  const id = await organizationId(operator, texts.organization);
  const role = texts.role === undefined ? {} : { role: texts.role };
  type Invitation = { readonly id: string; readonly token: string };
  const path = `/organizations/${id}/invitations`;
  const invitation = await readOne<Invitation>(operator, "POST", path, { email, ...role });
  await mailer.finish();
  terminal.err(`Invited ${printable(email)}. This is the link; it is not shown again:`);
  const url = consoleLink(origin, "invitations", invitation.token);
  show(terminal, { json, value: { id: invitation.id, link: url }, rows: [[url]] });
};

const suspend: Command = async ({ store, configuration, terminal }, args) => {
  const { positionals, json } = readArguments(args, { usage: "people suspend ID" });
  const id = (positionals[0] ?? "").toLowerCase();
  if (!(await suspendAccount(store, id, Date.now()))) throw new StartError(UNKNOWN);
  await withAuthDatabase(configuration, (database) => endSessionsOf(database, id));
  terminal.err(`Suspended ${id}: its sessions have ended, and its keys are refused.`);
  if (json) show(terminal, { json, value: { id, suspended: true }, rows: [] });
};

const restore: Command = async ({ store, terminal }, args) => {
  const { positionals, json } = readArguments(args, { usage: "people restore ID" });
  const id = (positionals[0] ?? "").toLowerCase();
  if (!(await restoreAccount(store, id))) throw new StartError(UNKNOWN);
  terminal.err(`Restored ${id}: the person can sign in, and its keys work again.`);
  if (json) show(terminal, { json, value: { id, suspended: false }, rows: [] });
};

const UNKNOWN = "There is no person with this id. `people list` shows the ids.";

export const PEOPLE: CommandGroup = {
  name: "people",
  commands: { list, invite, link, suspend, restore },
};

async function withAuthDatabase<T>(
  configuration: Site["configuration"],
  work: (database: AuthDatabase) => Promise<T>,
): Promise<T> {
  const database = await openAuthDatabase(configuration.database);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Finds an organization by id or name. Optional if there is only one. */
async function organizationId(operator: Operator, wanted: string | undefined): Promise<string> {
  type Named = { readonly id: string; readonly name: string };
  const all = await readAll<Named>(operator, "/organizations");
  const found = all.filter(
    ({ id, name }) => wanted === undefined || id === wanted || name === wanted,
  );
  const [only] = found;
  if (only && found.length === 1) return only.id;
  const names = all.map(({ id, name }) => `${id} (${printable(name)})`).join(", ");
  throw new StartError(`Choose the organization with --organization: ${names || "there is none"}.`);
}

/** Needed because a command does not know the server's address. */
function originOf({ publicUrl, port }: Configuration): string {
  return publicUrl ?? `http://127.0.0.1:${port}`;
}
