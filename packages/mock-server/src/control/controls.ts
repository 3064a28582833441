import type { HttpResponse, Target } from "@sinkove/api";
import { createClock, type SandboxClock } from "../clock.ts";
import { describe } from "../describe.ts";
import { readFaultRule } from "../faults/read-fault-rule.ts";
import { json } from "../http.ts";
import { MockError } from "../mock-error.ts";
import { signIn } from "../sessions/sign-in.ts";
import { membersOf, readWorldOptions } from "../world-options.ts";
import type { World } from "../worlds/world.ts";
import type { Worlds } from "../worlds/worlds.ts";
import { readJournalFilter } from "./journal-filter.ts";

/** The input of a control. */
export interface ControlContext {
  readonly target: Target;
  readonly body: unknown;
  readonly world: World;
  readonly worlds: Worlds;
}

type Control = (context: ControlContext) => Promise<HttpResponse> | HttpResponse;

/** The controls by path under `/_sandbox` and by method. */
export type Controls = Readonly<Record<string, Readonly<Record<string, Control>>>>;

const DONE: HttpResponse = { status: 204, headers: {}, body: null };

/** All controls of the sandbox. */
export const controls: Controls = {
  "": { GET: listControls },
  "/worlds": {
    GET: ({ world, worlds, target }) => json({ ...factsOf(world, target), worlds: worlds.count }),
    POST: async ({ body, worlds, target }) => {
      const world = await worlds.create(readWorldOptions(body));
      return json(factsOf(world, target), 201);
    },
    DELETE: async ({ world, worlds }) => {
      await worlds.drop(world);
      return DONE;
    },
  },
  "/overview": {
    GET: ({ worlds }) => json(overviewOf(worlds)),
  },
  "/sessions": {
    POST: ({ world, body }) => {
      const { accountId } = membersOf(body, ["accountId"], "a session");
      return json({ cookie: signIn(world, optionalText("accountId", accountId)) }, 201);
    },
  },
  "/clock": {
    GET: ({ world }) => clockResponse(world.clock),
    POST: ({ world, body }) => {
      move(world.clock, body);
      return clockResponse(world.clock);
    },
  },
  "/faults": {
    GET: ({ world }) => json(world.faults.list()),
    POST: ({ world, body }) => json(world.faults.add(readFaultRule(body)), 201),
    DELETE: ({ world }) => {
      world.faults.clear();
      return DONE;
    },
  },
  "/journal": {
    GET: ({ world, target }) => {
      const filter = readJournalFilter(new URLSearchParams(target.search));
      return json(world.journal.list(filter));
    },
    DELETE: ({ world }) => {
      world.journal.clear();
      return DONE;
    },
  },
  "/violations": {
    GET: ({ worlds }) => json(worlds.violations),
  },
};

function listControls(): HttpResponse {
  const all = Object.entries(controls).flatMap(([path, byMethod]) =>
    Object.keys(byMethod).map((method) => `${method} /_sandbox${path}`),
  );
  return json({ controls: all });
}

/** The data that a program needs to use a world. */
function factsOf(world: World, { origin }: Target): object {
  const { apiKey, apiKeyId, accountId, organizationIds, people } = world;
  const [organizationId] = organizationIds;
  return { url: origin, apiKey, apiKeyId, accountId, organizationId, organizationIds, people };
}

/** The maximum number of worlds in an overview. */
const MOST_SHOWN = 50;

/** The worlds that the page at `/_sandbox` lists, most recently used first. */
function overviewOf(worlds: Worlds): object {
  const shown = worlds.latest(MOST_SHOWN).map((world) => ({
    accountId: world.accountId,
    apiKey: world.apiKey,
    isFirst: world === worlds.first,
    clock: timeOf(world.clock),
    faults: world.faults.list().length,
    ...world.journal.counts(),
  }));
  return { count: worlds.count, worlds: shown };
}

function clockResponse(clock: SandboxClock): HttpResponse {
  return json(timeOf(clock));
}

function timeOf(clock: SandboxClock): object {
  return { now: new Date(clock.now()).toISOString(), frozen: clock.isFrozen() };
}

/** Moves the clock. One request can set, advance and freeze it, in this order. An invalid request changes nothing. */
function move(clock: SandboxClock, sent: unknown): void {
  const { advance, set, freeze } = membersOf(sent, ["advance", "set", "freeze"], "the clock");
  if (advance === undefined && set === undefined && freeze === undefined) {
    throw new MockError(
      'Say how to move the clock: {"advance":"PT24H"}, {"set":"2027-01-01T00:00:00Z"} or {"freeze":true}.',
    );
  }
  if (freeze !== undefined && typeof freeze !== "boolean") {
    throw new MockError("freeze must be true or false.");
  }
  const target = createClock(clock.now);
  if (set !== undefined) target.set(textOf("set", set));
  if (advance !== undefined) target.advance(textOf("advance", advance));
  if (set !== undefined || advance !== undefined) clock.set(target.now());
  if (freeze === true) clock.freeze();
  if (freeze === false) clock.resume();
}

function optionalText(name: string, value: unknown): string | undefined {
  return value === undefined ? undefined : textOf(name, value);
}

function textOf(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw new MockError(`${name} must be a string, not ${describe(value)}.`);
}
