import { changeAccountLimit, type Store } from "@sinkove/api";
import { StartError } from "../start-error.ts";
import type { Command, CommandGroup } from "./command.ts";
import { readArguments, show } from "./command-line.ts";
import { toCount } from "./count.ts";

/** The most requests a minute, as for a key's own limit. */
const MOST_REQUESTS = 1_000_000;
const UNKNOWN = "There is no account with this id. `people list` shows the ids of people.";

const view: Command = async ({ store, terminal }, args) => {
  const { positionals, json } = readArguments(args, { usage: "accounts show ID" });
  const shown = await readAccount(store, (positionals[0] ?? "").toLowerCase());
  const { account, organizations } = shown;
  const { rateLimit } = account;
  const rows = [
    [account.id, account.name, account.email ?? "no email address"],
    ...(account.suspendedAt === null ? [] : [["suspended", `since ${account.suspendedAt}`]]),
    ["limit", `${rateLimit.limit} requests in ${rateLimit.windowSeconds} s`],
    ...organizations.map(({ id, name, role, credits }) => [id, name, role, `${credits} credits`]),
  ];
  show(terminal, { json, value: shown, rows });
};

const limit: Command = async ({ store, terminal }, args) => {
  const { positionals, json } = readArguments(args, { usage: "accounts limit ID REQUESTS" });
  const id = (positionals[0] ?? "").toLowerCase();
  const requests = toCount(positionals[1] ?? "", "REQUESTS", MOST_REQUESTS);
  const rateLimit = { limit: requests, windowSeconds: 60 };
  if (!(await changeAccountLimit(store, id, rateLimit))) throw new StartError(UNKNOWN);
  terminal.err(`The keys of ${id} may make ${requests} requests a minute together.`);
  if (json) show(terminal, { json, value: await readAccount(store, id), rows: [] });
};

export const ACCOUNTS: CommandGroup = { name: "accounts", commands: { show: view, limit } };

/** @throws StartError if there is none */
async function readAccount(store: Store, accountId: string) {
  const found = await store.findAccountCredentials(accountId);
  if (!found || found.account.deletedAt !== null) throw new StartError(UNKNOWN);
  const { account, memberships } = found;
  const ids = memberships.map(({ organizationId }) => organizationId);
  const roles = new Map(memberships.map((each) => [each.organizationId, each.role]));
  const organizations = (await store.listOrganizations(ids, Date.now())).map(
    ({ id, name, credits }) => ({ id, name, credits, role: roles.get(id) ?? "member" }),
  );
  const { id, name, email, emailVerified, rateLimit, suspendedAt } = account;
  const since = suspendedAt === null ? null : new Date(suspendedAt).toISOString();
  const shown = { id, name, email, emailVerified, rateLimit, suspendedAt: since };
  return { account: shown, organizations };
}
