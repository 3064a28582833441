import {
  type CreditEntryRecord,
  type GiftRefusal,
  giveCredits,
  MOST_CREDITS,
  presentCreditEntry,
  type Store,
} from "@sinkove/api";
import { StartError } from "../start-error.ts";
import type { Command, CommandGroup, Site } from "./command.ts";
import { confirm, readArguments, show } from "./command-line.ts";
import { toCount } from "./count.ts";

const REFUSALS: Readonly<Record<GiftRefusal, string>> = {
  "not found":
    "There is no organization with this id. `organizations list` and `accounts show` show ids.",
  "too few credits": "The organization has fewer credits than that.",
};

const give: Command = async (site, args) => {
  const names = { usage: "credits give ORGANIZATION AMOUNT", texts: ["reason"] as const };
  const { positionals, texts, json } = readArguments(args, names);
  const [organizationId = "", text = ""] = positionals;
  const amount = toCount(text, "AMOUNT", MOST_CREDITS);
  await change(site, { organizationId, amount, reason: texts.reason, json });
};

const take: Command = async (site, args) => {
  const names = {
    usage: "credits take ORGANIZATION AMOUNT",
    texts: ["reason"] as const,
    flags: ["yes"] as const,
  };
  const { positionals, texts, flags, json } = readArguments(args, names);
  const [organizationId = "", text = ""] = positionals;
  const amount = toCount(text, "AMOUNT", MOST_CREDITS);
  const question = `This takes ${amount} credits from the organization ${organizationId}.`;
  await confirm(site.terminal, { isAgreed: flags.yes, question });
  await change(site, { organizationId, amount: -amount, reason: texts.reason, json });
};

/** The arguments of `give` and `take`. */
interface Change {
  readonly organizationId: string;
  readonly amount: number;
  readonly reason: string | undefined;
  readonly json: boolean;
}

async function change({ store, terminal }: Site, { json, ...wanted }: Change): Promise<void> {
  const reason = wanted.reason?.trim() ?? "";
  if (reason === "")
    throw new StartError("--reason is missing. The organization's members see it.");
  const organizationId = wanted.organizationId.toLowerCase();
  const now = Date.now();
  const entry = await giveCredits(store, { ...wanted, organizationId, reason, now });
  if (typeof entry === "string") throw new StartError(REFUSALS[entry]);
  const { credits } = await findOrganization(store, organizationId);
  terminal.err(`The organization has ${credits} credits now.`);
  show(terminal, { json, value: presentCreditEntry(entry), rows: [rowOf(entry)] });
}

const list: Command = async ({ store, terminal }, args) => {
  const names = { usage: "credits list ORGANIZATION", texts: ["limit"] as const };
  const { positionals, texts, json } = readArguments(args, names);
  const { id: organizationId } = await findOrganization(
    store,
    (positionals[0] ?? "").toLowerCase(),
  );
  const limit = toCount(texts.limit ?? "100", "--limit", 999_999);
  const entries = await store.listCreditEntries({ organizationId }, { limit });
  const value = entries.map(presentCreditEntry);
  show(terminal, { json, value, rows: entries.map(rowOf) });
};

export const CREDITS: CommandGroup = { name: "credits", commands: { list, give, take } };

/** @throws StartError if there is none */
async function findOrganization(store: Store, id: string) {
  const [organization] = await store.listOrganizations([id], Date.now());
  if (organization) return organization;
  throw new StartError(REFUSALS["not found"]);
}

function rowOf(entry: CreditEntryRecord): string[] {
  const { createdAt, kind, amount, datasetId, reason, actor } = presentCreditEntry(entry);
  const who = actor ? `${actor.type} ${actor.id}` : "";
  return [createdAt, kind, amount > 0 ? `+${amount}` : `${amount}`, reason ?? datasetId ?? "", who];
}
