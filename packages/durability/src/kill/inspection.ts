import { ask, type Connection, listAll } from "./connection.ts";
import type { Item, Ledger } from "./ledger.ts";
import { promptOf } from "./load.ts";

/** The items that differ from what was acknowledged. If an item's end was requested, it may exist or not. */
export async function findLost(connection: Connection, items: readonly Item[]): Promise<string[]> {
  const { status } = await ask(connection, { method: "GET", path: "/me" });
  if (status !== 200) return [`the first key is answered with ${status}`];
  const lost: string[] = [];
  for (const item of items.filter(({ state }) => state !== "ending")) {
    const found = await (item.kind === "key" ? stateOfKey : stateOfDataset)(connection, item);
    if (found !== item.state) lost.push(`${item.kind} ${item.id} is ${found}, not ${item.state}`);
  }
  return lost;
}

async function stateOfKey(connection: Connection, { secret }: Item): Promise<string> {
  const key = secret ?? "";
  const { status, body } = await ask(connection, { method: "GET", path: "/me", key });
  if (status === 200) return "there";
  return body.code === "API_KEY_REVOKED" ? "ended" : `${body.code}`;
}

async function stateOfDataset(connection: Connection, { id, name }: Item): Promise<string> {
  const { status, body } = await ask(connection, { method: "GET", path: `/datasets/${id}` });
  if (status === 404) return "ended";
  return status === 200 && body.args.prompt === promptOf(name) ? "there" : `${status}`;
}

/** Items, events and payments that exist twice, or were never requested. */
export async function findDoubles(connection: Connection, ledger: Ledger): Promise<string[]> {
  const keys = ledger.items.filter(({ kind }) => kind === "key");
  const datasets = ledger.items.filter(({ kind }) => kind === "dataset");
  const listedKeys = await listAll(connection, "/api-keys");
  const listedDatasets = await listAll(connection, "/datasets");
  const there = datasets.filter(({ state }) => state === "there");
  const prompts = listedDatasets.map(({ args }) => args.prompt);
  return [
    // The trial did not create the first key.
    ...differences(
      listedKeys.map(({ name }) => name).slice(0, -1),
      keys.map(({ name }) => name),
    ),
    ...differences(
      prompts,
      there.map(({ name }) => promptOf(name)),
    ),
    ...(await findDoubleEvents(connection, keys)),
    ...(await findWrongCredits(connection, there)),
  ];
}

function differences(names: readonly string[], expected: readonly string[]): string[] {
  const doubled = names.filter((name, place) => names.indexOf(name) !== place);
  const known = new Set(expected);
  const strange = names.filter((name) => !known.has(name));
  if (names.length === expected.length && doubled.length + strange.length === 0) return [];
  const counts = `${names.length} listed, ${expected.length} acknowledged`;
  return [`${counts}; twice: ${doubled.join()}; never asked for: ${strange.join()}`];
}

async function findDoubleEvents(connection: Connection, keys: readonly Item[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { id, state } of keys) {
    const path = `/api-keys/${id}/events`;
    const { body } = await ask(connection, { method: "GET", path });
    const types = body.map(({ type }: { type: string }) => type).join();
    if (types !== (state === "ended" ? "revoked,created" : "created")) {
      wrong.push(`key ${id}, which is ${state}, has the events ${types}`);
    }
  }
  return wrong;
}

/**
 * Each dataset must be paid for once, and refunded once if it was deleted before it was generated. The balance must be
 * the sum of the entries.
 */
async function findWrongCredits(connection: Connection, there: readonly Item[]): Promise<string[]> {
  const { body } = await ask(connection, { method: "GET", path: "/organizations" });
  const [{ id, credits }] = body;
  const entries = await listAll(connection, `/organizations/${id}/credit-entries`);
  const sum = entries.reduce((all, { amount }) => all + amount, 0);
  const expected = there.reduce((left, { samples }) => left - samples, FIRST_CREDITS);
  return [
    ...(credits === expected ? [] : [`${credits} credits are left, not ${expected}`]),
    ...(credits === sum ? [] : [`${credits} credits are left, and the entries sum up to ${sum}`]),
  ];
}

/** The initial data of a new installation. */
const FIRST_CREDITS = 100_000;
