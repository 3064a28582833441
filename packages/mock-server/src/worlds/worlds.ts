import type { ApiKeyRecord } from "@sinkove/api";
import type { JournalEntry } from "../journal/journal.ts";
import { createJournalBudget } from "../journal/journal-budget.ts";
import { entryOf, type KeptExchange } from "../journal/kept-exchange.ts";
import { hasBroken, type WritableJournal } from "../journal/writable-journal.ts";
import type { WorldSeed } from "../seed/world-seed.ts";
import { readSessionToken } from "../sessions/session-cookie.ts";
import { worldIdOf } from "../sessions/sessions.ts";
import { readWorldOptions, type WorldOptions } from "../world-options.ts";
import { hashKey } from "./hash-key.ts";
import { type Identity, KNOWN_IDENTITY } from "./known-identity.ts";
import { createWorld, type World } from "./world.ts";

/** Options of {@link Worlds}. */
export interface WorldsOptions {
  /** Of the first world. */
  readonly first: WorldOptions;
  /** What the first world begins with, each time that it begins. */
  readonly seed?: WorldSeed | undefined;
  readonly baseClock: () => number;
  /** Past this many, the one that was used least recently is dropped. */
  readonly most: number;
}

/** What leads to a world. */
interface Traces {
  readonly keys: Pick<ApiKeyRecord, "id" | "hash">[];
  readonly tokens: string[];
  /** In the order of all uses. */
  lastUse: number;
}

/** A key that was presented, and the world that has issued it. */
export interface KnownKey {
  readonly world: World;
  readonly apiKeyId: string;
}

/** A session that was presented, and the world that it is of. */
export interface KnownSession {
  readonly world: World;
  /** Of the person; undefined if the session has ended. */
  readonly accountId: string | undefined;
}

/** What the first world alone has. */
interface Beginning {
  readonly identity?: Identity;
  readonly seed?: WorldSeed | undefined;
}

/** What may be a key: whether it is one, its hash tells here, and the API tells the client. */
const BEARER = /^bearer +(\S+)$/i;

/** Responses that broke the contract, in whichever world: so many are kept. */
const MOST_BROKEN = 100;

/** All worlds of a mock server, and the ways to find them. */
export class Worlds {
  readonly #options: WorldsOptions;
  readonly #budget = createJournalBudget();
  readonly #broken: JournalEntry[] = [];
  readonly #byHash: Map<string, KnownKey> = new Map();
  readonly #byToken: Map<string, World> = new Map();
  readonly #byAccountId: Map<string, World> = new Map();
  readonly #traces: Map<World, Traces> = new Map();
  #uses = 0;
  #first: World | undefined;

  private constructor(options: WorldsOptions) {
    this.#options = options;
  }

  static async open(options: WorldsOptions): Promise<Worlds> {
    const worlds = new Worlds(options);
    await worlds.#beginFirst();
    return worlds;
  }

  /** The one that the well-known key opens. */
  get first(): World {
    if (!this.#first) throw new TypeError("The worlds were not opened.");
    return this.#first;
  }

  /** The first responses of all worlds that broke the contract. */
  get violations(): readonly JournalEntry[] {
    return this.#broken;
  }

  /** The worlds that were used most recently, the latest first. */
  latest(most: number): readonly World[] {
    return [...this.#traces]
      .toSorted(([, one], [, other]) => other.lastUse - one.lastUse)
      .slice(0, most)
      .map(([world]) => world);
  }

  get count(): number {
    return this.#traces.size;
  }

  /** The key that a request presents; undefined where no world has issued it, or none was sent. */
  byAuthorization(header: string | null): KnownKey | undefined {
    const secret = BEARER.exec(header ?? "")?.[1];
    const known = secret === undefined ? undefined : this.#byHash.get(hashKey(secret));
    this.#use(known?.world);
    return known;
  }

  /** The session that a request presents; undefined where it has none, or that of no world. */
  byCookie(header: string | null): KnownSession | undefined {
    const token = readSessionToken(header);
    if (token === undefined) return undefined;
    const world = this.#use(this.#byAccountId.get(worldIdOf(token)));
    return world && { world, accountId: world.sessions.find(token)?.accountId };
  }

  /** The one that gave a download's token away. */
  byDownloadToken(token: string): World | undefined {
    return this.#use(this.#byToken.get(token));
  }

  rememberDownloadToken(token: string, world: World): void {
    if (this.#byToken.has(token)) return;
    this.#byToken.set(token, world);
    this.#traces.get(world)?.tokens.push(token);
  }

  /** @throws {MockError} if an option has no sense */
  async create(options: WorldOptions = {}): Promise<World> {
    const world = await this.#make(readWorldOptions(options));
    if (this.count > this.#options.most) this.#forgetOldest(world);
    return world;
  }

  /** Ends a world; the first one begins anew. */
  async drop(world: World): Promise<void> {
    this.#forget(world);
    if (world === this.#first) await this.#beginFirst();
  }

  /** Ends what the worlds do by themselves. */
  end(): void {
    for (const world of this.#traces.keys()) world.end();
  }

  async #beginFirst(): Promise<void> {
    const { first, seed } = this.#options;
    this.#first = await this.#make(readWorldOptions(first), { identity: KNOWN_IDENTITY, seed });
  }

  async #make(options: WorldOptions, beginning: Beginning = {}): Promise<World> {
    const traces: Traces = { keys: [], tokens: [], lastUse: ++this.#uses };
    let world: World | undefined;
    const onApiKey = ({ id, hash }: ApiKeyRecord): void => {
      traces.keys.push({ id, hash });
      if (world && this.#traces.has(world)) this.#byHash.set(hash, { world, apiKeyId: id });
    };
    const { baseClock } = this.#options;
    const onJournal = (journal: WritableJournal, exchange: KeptExchange): void => {
      this.#budget(journal, exchange.sequence);
      const isRoom = this.#broken.length < MOST_BROKEN;
      if (isRoom && hasBroken(exchange)) this.#broken.push(entryOf(exchange));
    };
    world = await createWorld({ options, baseClock, ...beginning, onApiKey, onJournal });
    this.#traces.set(world, traces);
    this.#byAccountId.set(world.accountId, world);
    for (const { id, hash } of traces.keys) this.#byHash.set(hash, { world, apiKeyId: id });
    return world;
  }

  #use(world: World | undefined): World | undefined {
    const traces = world && this.#traces.get(world);
    if (traces) traces.lastUse = ++this.#uses;
    return world;
  }

  /** The one that was used least recently, and is neither the first nor just made. */
  #forgetOldest(made: World): void {
    let oldest: World | undefined;
    let lastUse = Number.POSITIVE_INFINITY;
    for (const [world, traces] of this.#traces) {
      if (world === this.#first || world === made || traces.lastUse >= lastUse) continue;
      [oldest, lastUse] = [world, traces.lastUse];
    }
    if (oldest) this.#forget(oldest);
  }

  #forget(world: World): void {
    const { keys = [], tokens = [] } = this.#traces.get(world) ?? {};
    for (const { hash } of keys) this.#byHash.delete(hash);
    for (const token of tokens) this.#byToken.delete(token);
    world.end();
    this.#byAccountId.delete(world.accountId);
    this.#traces.delete(world);
  }
}
