import { isSame, isSentByClients } from "../change.ts";
import type { Comparison, Schemas } from "./comparison.ts";

interface Discriminator {
  readonly propertyName: unknown;
  readonly mapping: ReadonlyMap<string, unknown>;
  readonly at: string;
}

/** Compares discriminators, which typed clients use to distinguish the alternatives of a schema. */
export function compareDiscriminators(
  old: Schemas,
  now: Schemas,
  { side, note }: Comparison,
): void {
  const [before, after] = [discriminatorOf(old), discriminatorOf(now)];
  if (!before && after) note("compatible", after.at, "a discriminator is new");
  if (before && !after) {
    note("breaking", before.at, "the discriminator is gone: typed clients depend on it");
  }
  if (!before || !after) return;
  if (before.propertyName !== after.propertyName) {
    const what = `the discriminator was ${before.propertyName}, is ${after.propertyName}`;
    note("breaking", after.at, `${what}: typed clients depend on it`);
  }
  compareMappings(before, after, { side, note });
}

function compareMappings(
  before: Discriminator,
  after: Discriminator,
  { side, note }: Pick<Comparison, "side" | "note">,
): void {
  for (const value of new Set([...before.mapping.keys(), ...after.mapping.keys()])) {
    const [was, is] = [before.mapping.get(value), after.mapping.get(value)];
    if (isSame(was, is)) continue;
    const isStillFine = was === undefined || (is === undefined && !isSentByClients(side));
    const word =
      was === undefined ? "is new" : is === undefined ? "is gone" : "stands for another schema";
    const message = `the discriminator's value ${value} ${word}`;
    note(isStillFine ? "compatible" : "breaking", after.at, message);
  }
}

function discriminatorOf(parts: Schemas): Discriminator | undefined {
  for (const { node, pointer } of parts) {
    const { discriminator } = node;
    if (typeof discriminator !== "object" || discriminator === null) continue;
    const { propertyName, mapping } = Object.assign(
      { propertyName: undefined, mapping: {} },
      discriminator,
    );
    return { propertyName, mapping: new Map(Object.entries(mapping)), at: pointer };
  }
  return undefined;
}
