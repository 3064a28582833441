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
  /** Options of the first world. */
  readonly first: WorldOptions;
  /** The initial contents of the first world, also after a reset. */
  readonly seed?: WorldSeed | undefined;
  readonly baseClock: () => number;
  /** The maximum number of worlds. Beyond it, the least recently used one is removed. */
  readonly most: number;
}

/** The keys and tokens by which a world is found. */
interface Traces {
  readonly keys: Pick<ApiKeyRecord, "id" | "hash">[];
  readonly tokens: string[];
  /** The number of the last use, counted over all worlds. */
  lastUse: number;
}

/** A presented key and the world that issued it. */
export interface KnownKey {
  readonly world: World;
  readonly apiKeyId: string;
}

/** A presented session and its world. */
export interface KnownSession {
  readonly world: World;
  /** The id of the person. Undefined if the session has ended. */
  readonly accountId: string | undefined;
}

/** Options that only the first world has. */
interface Beginning {
  readonly identity?: Identity;
  readonly seed?: WorldSeed | undefined;
}

/** Matches a header that may have a key. The lookup by hash finds out whether a world issued the key. */
const BEARER = /^bearer +(\S+)$/i;

/** The maximum number of contract-breaking responses to keep, over all worlds. */
const MOST_BROKEN = 100;

/** All worlds of a mock server, with lookups by key, session and download token. */
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

  /** The world of the well-known key, also used for requests without a key. */
  get first(): World {
    if (!this.#first) throw new TypeError("The worlds were not opened.");
    return this.#first;
  }

  /** The first contract-breaking responses of all worlds. */
  get violations(): readonly JournalEntry[] {
    return this.#broken;
  }

  /** Returns the most recently used worlds, the latest first. */
  latest(most: number): readonly World[] {
    return [...this.#traces]
      .toSorted(([, one], [, other]) => other.lastUse - one.lastUse)
      .slice(0, most)
      .map(([world]) => world);
  }

  get count(): number {
    return this.#traces.size;
  }

  /** Finds the key in an `Authorization` header. Returns undefined if there is none, or no world issued it. */
  byAuthorization(header: string | null): KnownKey | undefined {
    const secret = BEARER.exec(header ?? "")?.[1];
    const known = secret === undefined ? undefined : this.#byHash.get(hashKey(secret));
    this.#use(known?.world);
    return known;
  }

  /** Finds the session in a `Cookie` header. Returns undefined if there is none, or it belongs to no world. */
  byCookie(header: string | null): KnownSession | undefined {
    const token = readSessionToken(header);
    if (token === undefined) return undefined;
    const world = this.#use(this.#byAccountId.get(worldIdOf(token)));
    return world && { world, accountId: world.sessions.find(token)?.accountId };
  }

  /** Finds the world that issued a download token. */
  byDownloadToken(token: string): World | undefined {
    return this.#use(this.#byToken.get(token));
  }

  rememberDownloadToken(token: string, world: World): void {
    if (this.#byToken.has(token)) return;
    this.#byToken.set(token, world);
    this.#traces.get(world)?.tokens.push(token);
  }

  /** @throws {MockError} if an option is invalid */
  async create(options: WorldOptions = {}): Promise<World> {
    const world = await this.#make(readWorldOptions(options));
    if (this.count > this.#options.most) this.#forgetOldest(world);
    return world;
  }

  /** Removes a world. The first world is reset instead. */
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

  /** Removes the least recently used world, except the first world and the new one. */
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
