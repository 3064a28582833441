import fc from "fast-check";
import { Histogram, Registry } from "prom-client";
import { expect, it } from "vitest";
import { GatheredHistogram } from "./gathered-histogram.ts";

const OPTIONS = {
  name: "request_seconds",
  help: "Time of a request.",
  labelNames: ["route" as const],
  buckets: [0.001, 0.01, 1],
};

const duration = fc.oneof(
  fc.constantFrom(0, ...OPTIONS.buckets),
  fc.double({ min: 0, max: 5, noNaN: true }),
);

it("counts as prom-client does", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom("/a", '/"b"\\'), duration), { maxLength: 30 }),
      async (observations) => {
        const [ours, theirs] = [new Registry(), new Registry()];
        const gathered = new GatheredHistogram<"route">({ ...OPTIONS, registry: ours });
        const histogram = new Histogram({ ...OPTIONS, registers: [theirs] });
        const cells = new Map<string, ReturnType<typeof gathered.cell>>();
        for (const [route, seconds] of observations) {
          const cell = cells.get(route) ?? gathered.cell({ route });
          cells.set(route, cell);
          cell.add(seconds);
          histogram.observe({ route }, seconds);
        }
        const lines = (text: string) => text.split("\n").map(normalized).sort();
        expect(lines(await ours.metrics())).toEqual(lines(await theirs.metrics()));
      },
    ),
  );
});

/** The order of labels does not matter. */
function normalized(line: string): string {
  return line.replace(/\{(le="[^"]*"),(.*)\}/, "{$2,$1}");
}
