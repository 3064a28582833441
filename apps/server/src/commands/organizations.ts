import { MOST_CREDITS } from "@sinkove/api";
import { readAll, readOne } from "./api-call.ts";
import type { Command, CommandGroup } from "./command.ts";
import { confirm, printable, readArguments, show } from "./command-line.ts";
import { toCount } from "./count.ts";

interface Organization {
  readonly id: string;
  readonly name: string;
  readonly credits: number;
  readonly leakPolicy: string;
  readonly lowCreditsThreshold: number | null;
}

const list: Command = async ({ operator, terminal }, args) => {
  const { json } = readArguments(args, { usage: "organizations list" });
  const all = await readAll<Organization>(operator, "/organizations");
  const rows = all.map(({ id, name, credits }) => [id, name, `${credits} credits`]);
  show(terminal, { json, value: all, rows });
};

const create: Command = async ({ operator, terminal }, args) => {
  const { positionals, json } = readArguments(args, { usage: "organizations create NAME" });
  const [name] = positionals;
  const made = await readOne<Organization>(operator, "POST", "/organizations", { name });
  terminal.err(`Created the organization ${printable(made.name)}.`);
  show(terminal, { json, value: made, rows: [[made.id]] });
};

const rename: Command = async ({ operator, terminal }, args) => {
  const { positionals, json } = readArguments(args, { usage: "organizations rename ID NAME" });
  const [id = "", name] = positionals;
  const changed = await readOne<Organization>(operator, "PATCH", pathOf(id), { name });
  terminal.err(`Renamed ${id} to ${printable(changed.name)}.`);
  if (json) show(terminal, { json, value: changed, rows: [] });
};

const leakPolicy: Command = async ({ operator, terminal }, args) => {
  const { positionals, json } = readArguments(args, {
    usage: "organizations leak-policy ID POLICY",
  });
  const [id = "", policy] = positionals;
  const body = { leakPolicy: policy };
  const changed = await readOne<Organization>(operator, "PATCH", pathOf(id), body);
  terminal.err(`Leaked keys of ${printable(changed.name)}: ${changed.leakPolicy}.`);
  if (json) show(terminal, { json, value: changed, rows: [] });
};

const lowCredits: Command = async ({ operator, terminal }, args) => {
  const { positionals, json } = readArguments(args, {
    usage: "organizations low-credits ID CREDITS",
  });
  const [id = "", credits = ""] = positionals;
  const threshold = credits === "off" ? null : toCount(credits, "CREDITS", MOST_CREDITS);
  const body = { lowCreditsThreshold: threshold };
  const changed = await readOne<Organization>(operator, "PATCH", pathOf(id), body);
  const { name, lowCreditsThreshold: set } = changed;
  const told = set === null ? "are not told" : `are told when fewer than ${set} are left`;
  terminal.err(`The owners of ${printable(name)} ${told}.`);
  if (json) show(terminal, { json, value: changed, rows: [] });
};

const remove: Command = async ({ operator, terminal }, args) => {
  const names = { usage: "organizations delete ID", flags: ["yes"] as const };
  const { positionals, flags, json } = readArguments(args, names);
  const [id = ""] = positionals;
  const question = `Deleting the organization ${id} also deletes its credits, models and invitations.`;
  await confirm(terminal, { isAgreed: flags.yes, question });
  await operator("DELETE", pathOf(id));
  terminal.err(`Deleted ${id}.`);
  if (json) show(terminal, { json, value: { id, deleted: true }, rows: [] });
};

export const ORGANIZATIONS: CommandGroup = {
  name: "organizations",
  commands: {
    list,
    create,
    rename,
    "leak-policy": leakPolicy,
    "low-credits": lowCredits,
    delete: remove,
  },
};

function pathOf(id: string): string {
  return `/organizations/${encodeURIComponent(id)}`;
}
