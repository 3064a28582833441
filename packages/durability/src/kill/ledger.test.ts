import { expect, it } from "vitest";
import { type Item, Ledger } from "./ledger.ts";

function makeKey(ledger: Ledger, receipt: string): Item | undefined {
  const order = ledger.order({ kind: "key", samples: 0, isFleeting: true });
  ledger.fulfil(order, { receipt, body: { id: `id of ${receipt}`, secret: "a secret" } });
  return ledger.items.at(-1);
}

it("takes back what was acknowledged by answers that never came", () => {
  const ledger = new Ledger();
  const [kept, made, ended] = ["1", "2", "3"].map((receipt) => makeKey(ledger, receipt));
  for (const item of [made, ended]) if (item) ledger.end(item, { receipt: `end ${item.receipt}` });

  ledger.keepOnly(new Set(["1", "3"]));

  expect(ledger.items).toEqual([kept, ended]);
  expect(ledger.items.map(({ state }) => state)).toEqual(["there", "ending"]);
  expect([...ledger.orders].map(({ name }) => name)).toEqual([made?.name]);
  expect([ledger.acknowledged, ledger.unanswered]).toEqual([2, 3]);
});
