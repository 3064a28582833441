import { readAll } from "./api-call.ts";
import type { Command, CommandGroup } from "./command.ts";
import { readArguments, show } from "./command-line.ts";
import { toCount } from "./count.ts";

interface LoggedRequest {
  readonly id: string;
  readonly occurredAt: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly code: string | null;
  readonly reason: string | null;
  readonly actor: { readonly type: string; readonly id: string };
  readonly address: string | null;
}

/** The options that are filters of the API, under their names there. */
const FILTERS = { key: "apiKeyId", status: "statusClass", code: "code" } as const;

const list: Command = async ({ operator, terminal }, args) => {
  const names = { usage: "requests list", texts: ["key", "status", "code", "limit"] as const };
  const { texts, json } = readArguments(args, names);
  const query = new URLSearchParams();
  for (const [option, parameter] of Object.entries(FILTERS)) {
    const value = texts[option as keyof typeof FILTERS]; // the keys of FILTERS
    if (value !== undefined) query.set(parameter, value);
  }
  const most = toCount(texts.limit ?? "100", "--limit", 999_999);
  const path = query.size === 0 ? "/requests" : `/requests?${query}`;
  const all = await readAll<LoggedRequest>(operator, path, most);
  const rows = all.map((each) => [
    each.occurredAt,
    each.id,
    `${each.method} ${each.path}`,
    `${each.status}`,
    [each.code, each.reason].filter((part) => part !== null).join(" "),
    `${each.actor.type} ${each.actor.id}`,
    each.address ?? "",
  ]);
  show(terminal, { json, value: all, rows });
};

export const REQUESTS: CommandGroup = { name: "requests", commands: { list } };
