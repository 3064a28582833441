import { NodeHeaders } from "@sinkove/api/node";
import { expect, test } from "vitest";
import { createJournalBudget } from "./journal-budget.ts";
import { createJournal, type WritableJournal } from "./writable-journal.ts";

function exchange() {
  return {
    at: 0,
    durationMs: 1,
    answeredBy: "api",
    request: {
      method: "GET",
      url: "http://localhost/v1/me",
      headers: new NodeHeaders({}),
      body: undefined,
    },
    response: undefined,
    violations: [],
  } as const;
}

const sequencesOf = (journal: WritableJournal) => journal.list().map(({ sequence }) => sequence);

test("beyond the limit, the oldest exchange of all journals is removed, repeatedly", () => {
  const budget = createJournalBudget(3);
  const create = () => createJournal((journal, { sequence }) => budget(journal, sequence));
  const [one, two] = [create(), create()];
  one.write(exchange());
  two.write(exchange());
  two.write(exchange());
  expect([sequencesOf(one), sequencesOf(two)]).toEqual([[1], [1, 2]]);
  two.write(exchange());
  expect([sequencesOf(one), sequencesOf(two)]).toEqual([[], [1, 2, 3]]);
  for (let count = 0; count < 4; count += 1) one.write(exchange());
  expect([sequencesOf(one), sequencesOf(two)]).toEqual([[3, 4, 5], []]);
});
