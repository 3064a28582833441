import { setTimeout } from "node:timers/promises";
import type { Fleet, Name } from "./fleet.ts";

/** How often each fault happened. */
export type FaultCounts = Record<FaultName, number>;

const FAULTS = {
  kill: async (fleet: Fleet, random: () => number) => fleet.kill(anyOf(PROGRAMS, random)),
  freeze: async (fleet: Fleet, random: () => number) => {
    const name = anyOf(PROGRAMS, random);
    fleet.freeze(name);
    await setTimeout(random() * LONGEST_FREEZE);
    fleet.thaw(name);
  },
  terminate: async (fleet: Fleet, random: () => number) => fleet.terminate(random()),
  restart: async (fleet: Fleet) => fleet.restart(),
  crash: async (fleet: Fleet) => fleet.crash(),
} as const;

type FaultName = keyof typeof FAULTS;

const PROGRAMS: readonly Name[] = ["one", "two", "worker"];
const NAMES: readonly FaultName[] = [
  ...["kill", "kill", "freeze", "freeze", "terminate", "terminate"],
  ...["restart", "crash"],
] as FaultName[];

/** In milliseconds. */
const LONGEST_FREEZE = 8000;
const LONGEST_PAUSE = 3000;

/** Injects one fault after another until the trial ends. */
export async function disturb(
  fleet: Fleet,
  { isOver, random }: { readonly isOver: () => boolean; readonly random: () => number },
): Promise<FaultCounts> {
  const counts: FaultCounts = { kill: 0, freeze: 0, terminate: 0, restart: 0, crash: 0 };
  while (!isOver()) {
    await setTimeout(random() * LONGEST_PAUSE);
    const name = anyOf(NAMES, random);
    await FAULTS[name](fleet, random);
    counts[name] += 1;
  }
  return counts;
}

function anyOf<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new TypeError("The list is empty.");
  return item;
}
