import fc from "fast-check";
import { expect, it } from "vitest";
import { Chain, grant, step } from "./key-chain.ts";
import { onEachStore } from "./stores.ts";

const RUNS = { memory: 400, sqlite: 25, postgres: 20 };

onEachStore((open) => {
  it("no chain of changes gives a key a (scope, organization, time) that the first key did not have", async () => {
    const steps = fc.array(step, { minLength: 2, maxLength: 4 });
    const others = fc.array(grant, { maxLength: 3 });
    let made = 0;
    await fc.assert(
      fc.asyncProperty(grant, others, steps, async (first, others, steps) => {
        const chain = await Chain.open(await open.world());
        const scopes = [...new Set(["api_keys:write", ...first.scopes])];
        await chain.begin({ ...first, scopes });
        for (const each of others) await chain.add(each);
        for (const each of steps) await chain.play(each);
        await chain.expectHonest();
        made += chain.made;
      }),
      { numRuns: RUNS[open.kind] },
    );
    // Chains in which no request succeeds would prove nothing.
    expect(made).toBeGreaterThan(RUNS[open.kind] / 4);
  }, 120_000);
});
