import fc from "fast-check";
import { it } from "vitest";
import { createTown } from "./people.ts";
import { Leak, places, scopes, step } from "./role-leak.ts";
import { onEachStore } from "./stores.ts";

const RUNS = { memory: 150, sqlite: 15, postgres: 10 };

onEachStore((open) => {
  it("no chain of key and role changes gives a leaked key what neither it nor its person's role had", async () => {
    const first = fc.record({ scopes, places });
    const steps = fc.array(step, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(first, steps, async (first, steps) => {
        const leak = await Leak.open(await createTown({ store: open.store() }));
        await leak.begin({
          ...first,
          scopes: [...new Set([...first.scopes, "api_keys:write" as const])],
        });
        for (const each of steps) {
          await leak.play(each);
          await leak.expectPowers();
        }
      }),
      { numRuns: RUNS[open.kind] },
    );
  });
});
