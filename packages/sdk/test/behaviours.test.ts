import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ID, setUp } from "./harness.ts";

interface Step {
  readonly break?: true;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly text?: string;
}

interface Behaviour {
  readonly name: string;
  readonly call: "getDataset" | "createDataset";
  readonly script: readonly Step[];
  readonly expect: {
    readonly attempts: number;
    readonly waits?: readonly [number, number][];
    readonly sameHeader?: string;
    readonly error?: {
      readonly code: string;
      readonly status?: number;
      readonly retryAfter?: number;
    };
  };
}

const file = join(import.meta.dirname, "../../conformance/behaviours/requests.json");
const behaviours = JSON.parse(await readFile(file, "utf8")) as Behaviour[];

function answer(step: Step | undefined): Response {
  if (!step) throw new Error("The client made more attempts than the script has.");
  if (step.break) throw new TypeError("fetch failed");
  const { status = 200, headers = {}, json, text } = step;
  return new Response(text ?? JSON.stringify(json), { status, headers });
}

test.each(behaviours)("$name", async ({ call, script, expect: wanted }) => {
  const { sinkove, seen, runtime } = setUp((_, index) => answer(script[index]));
  const { datasets } = sinkove;
  const request: Promise<unknown> =
    call === "getDataset"
      ? datasets.get(ID)
      : datasets.create({ modelId: ID, numSamples: 1, args: {} });
  const error = await runtime.run(request).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(seen).toHaveLength(wanted.attempts);
  for (const [index, [least, most]] of (wanted.waits ?? []).entries()) {
    const wait = (seen[index + 1]?.at ?? 0) - (seen[index]?.at ?? 0);
    expect(wait).toBeGreaterThanOrEqual(least);
    expect(wait).toBeLessThanOrEqual(most);
  }
  if (wanted.error) expect(error).toMatchObject(wanted.error);
  else expect(error).toBeUndefined();
  if (wanted.sameHeader) {
    const values = new Set(seen.map(({ headers }) => headers.get(wanted.sameHeader ?? "")));
    expect(values.size).toBe(1);
    expect([...values][0]).toBeTruthy();
  }
});
