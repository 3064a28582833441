import { StartError } from "../start-error.ts";
import { readAll, readOne } from "./api-call.ts";
import type { Command, CommandGroup, Site } from "./command.ts";
import { confirm, printable, readArguments, show } from "./command-line.ts";

/** The members of a key that commands show, as in the contract. */
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

/** A new key. */
type NewKey = ListedKey & { readonly secret: string };

/** An event of a key. */
interface KeyEvent {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  /** Null for an operator and for the service. */
  readonly actor: { readonly type: string; readonly id: string } | null;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly leak: { readonly url: string | null } | null;
  readonly expiry: { readonly daysBefore: number } | null;
}

const create: Command = async ({ operator, terminal }, args) => {
  const usage = "keys create --name NAME [--scopes datasets:read,…] [--expires 90d|2027-01-31]";
  const names = { usage: "keys create", texts: ["name", "scopes", "expires"] as const };
  const { texts, json } = readArguments(args, names);
  if (texts.name === undefined) throw new StartError(`--name is missing: ${usage}`);
  const body = { name: texts.name, ...changesOf(texts) };
  const key = await readOne<NewKey>(operator, "POST", "/api-keys", body);
  if (json) return show(terminal, { json, value: key, rows: [] });
  terminal.err(
    `Created ${key.id} (${printable(key.name)}). This is the key; it is not shown again:`,
  );
  terminal.out(key.secret);
};

const list: Command = async ({ operator, terminal }, args) => {
  const { json } = readArguments(args, { usage: "keys list" });
  const keys = await readAll<ListedKey>(operator, "/api-keys");
  const rows = keys.map((key) => [
    key.id,
    key.name,
    `${key.prefix}…${key.last4}`,
    key.status,
    `expires ${key.expiresAt ?? "never"}`,
    `last used ${key.lastUsedAt ?? "never"}`,
    key.scopes.join(","),
    `created by ${key.createdBy?.id ?? "-"}`,
  ]);
  show(terminal, { json, value: keys, rows });
};

const update: Command = async (site, args) => {
  const texts = ["name", "scopes", "organizations", "expires", "rate-limit"] as const;
  const read = readArguments(args, { usage: "keys update ID", texts });
  const changes = changesOf(read.texts);
  if (Object.keys(changes).length === 0) {
    const options = texts.map((name) => `--${name}`).join(", ");
    throw new StartError(`Say what to change: ${options}.`);
  }
  await change(site, read, changes);
};

const enable: Command = (site, args) =>
  change(site, readArguments(args, { usage: "keys enable ID" }), { enabled: true });

const disable: Command = (site, args) =>
  change(site, readArguments(args, { usage: "keys disable ID" }), { enabled: false });

async function change(
  { operator, terminal }: Site,
  { positionals: [id = ""], json }: ReturnType<typeof readArguments>,
  changes: object,
): Promise<void> {
  const key = await readOne<ListedKey>(operator, "PATCH", pathOf(id), changes);
  terminal.err(`Changed ${key.id} (${printable(key.name)}).`);
  if (json) show(terminal, { json, value: key, rows: [] });
}

const rotate: Command = async ({ operator, terminal }, args) => {
  const names = { usage: "keys rotate ID", texts: ["grace"] as const };
  const { positionals, texts, json } = readArguments(args, names);
  const [id = ""] = positionals;
  const { grace } = texts;
  const seconds = grace === undefined ? undefined : toSeconds(grace);
  const body = seconds === undefined ? {} : { gracePeriodSeconds: seconds };
  const key = await readOne<NewKey>(operator, "POST", `${pathOf(id)}/rotate`, body);
  if (json) return show(terminal, { json, value: key, rows: [] });
  terminal.err(`Created ${key.id} to replace ${id}. This is the key; it is not shown again:`);
  terminal.out(key.secret);
};

const revoke: Command = async ({ operator, terminal }, args) => {
  const names = { usage: "keys revoke ID", flags: ["descendants", "yes"] as const };
  const { positionals, flags, json } = readArguments(args, names);
  const [id = ""] = positionals;
  const question = `Revoking ${id} is final.`;
  await confirm(terminal, { isAgreed: flags.yes, question });
  const { descendants = false } = flags;
  type Revocation = { readonly revokedDescendants: readonly ListedKey[] };
  const path = `${pathOf(id)}/revoke`;
  const revoked = await readOne<Revocation>(operator, "POST", path, { descendants });
  terminal.err(`Revoked ${id}. The API refuses it from now on.`);
  for (const each of revoked.revokedDescendants) {
    terminal.err(`Revoked its descendant ${each.id} (${printable(each.name)}).`);
  }
  if (json) show(terminal, { json, value: revoked, rows: [] });
};

const events: Command = async ({ operator, terminal }, args) => {
  const { positionals, json } = readArguments(args, { usage: "keys events ID" });
  const [id = ""] = positionals;
  const all = await readAll<KeyEvent>(operator, `${pathOf(id)}/events`);
  const rows = all.map((event) => [
    event.occurredAt,
    event.type,
    `by ${actorOf(event)}`,
    Object.keys(event.changes).join(","),
    event.leak?.url ?? "",
  ]);
  show(terminal, { json, value: all, rows });
};

/** Who caused an event. If the service did, the event has a reason. */
function actorOf({ actor, leak, expiry }: KeyEvent): string {
  if (actor) return `${actor.type} ${actor.id}`;
  return leak || expiry ? "service" : "operator";
}

export const KEYS: CommandGroup = {
  name: "keys",
  commands: { create, list, update, enable, disable, rotate, revoke, events },
};

function pathOf(id: string): string {
  return `/api-keys/${encodeURIComponent(id)}`;
}

type Changes = {
  readonly [Name in "name" | "scopes" | "organizations" | "expires" | "rate-limit"]?: string;
};

/** The members of a key from the options. The API validates them. */
function changesOf(texts: Changes): object {
  const { name, scopes, organizations, expires, "rate-limit": limit } = texts;
  return {
    ...(name === undefined ? {} : { name }),
    ...(scopes === undefined ? {} : { scopes: listOf(scopes) }),
    ...(organizations === undefined
      ? {}
      : { organizationIds: organizations === "all" ? null : listOf(organizations) }),
    ...(expires === undefined ? {} : { expiresAt: toTimestamp(expires) }),
    ...(limit === undefined ? {} : { rateLimit: toRateLimit(limit) }),
  };
}

function listOf(text: string): string[] {
  return text.split(",").map((part) => part.trim());
}

/** Converts `90d` to a time that many days from now. The API validates any other text. */
function toTimestamp(text: string): string | null {
  if (text === "never") return null;
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  if (days === undefined) return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;
  return new Date(Date.now() + Number(days) * 86_400_000).toISOString();
}

/** Requests per minute. */
function toRateLimit(text: string): object | null {
  if (text === "none") return null;
  if (/^\d{1,7}$/.test(text)) return { limit: Number(text), windowSeconds: 60 };
  throw new StartError("--rate-limit must be a whole number (requests per minute), or none.");
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

function toSeconds(text: string): number {
  const [, count, unit = ""] = /^(\d{1,7})([smhd])$/.exec(text) ?? [];
  const seconds = SECONDS[unit];
  if (seconds !== undefined) return Number(count) * seconds;
  throw new StartError("--grace must be a duration such as 0s, 30m, 24h or 7d.");
}
