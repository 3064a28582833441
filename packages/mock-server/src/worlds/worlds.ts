import { diagnoseAuthorization } from "@sinkove/api-key";
import type { JournalEntry } from "../journal/journal.ts";
import { createJournalBudget } from "../journal/journal-budget.ts";
import { entryOf, type KeptExchange } from "../journal/kept-exchange.ts";
import { hasBroken, type WritableJournal } from "../journal/writable-journal.ts";
import { readWorldOptions, type WorldOptions } from "../world-options.ts";
import { hashKey } from "./hash-key.ts";
import { type Identity, KNOWN_IDENTITY } from "./known-identity.ts";
import { createWorld, type World } from "./world.ts";

/** Options of {@link Worlds}. */
export interface WorldsOptions {
  /** Of the first world. */
  readonly first: WorldOptions;
  readonly baseClock: () => number;
  /** Past this many, the one that was used least recently is dropped. */
  readonly most: number;
}

/** What leads to a world. */
interface Traces {
  readonly hashes: string[];
  readonly tokens: string[];
}

/** Responses that broke the contract, in whichever world: so many are kept. */
const MOST_BROKEN = 100;

/** All worlds of a mock server, and the ways to find them. */
export class Worlds {
  readonly #options: WorldsOptions;
  readonly #budget = createJournalBudget();
  readonly #broken: JournalEntry[] = [];
  readonly #byHash: Map<string, World> = new Map();
  readonly #byToken: Map<string, World> = new Map();
  /** In the order of their last use: a world that is used is moved to the end. */
  readonly #traces: Map<World, Traces> = new Map();
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

  get count(): number {
    return this.#traces.size;
  }

  /** The one whose key a request presents; undefined where no world has issued it, or none was sent. */
  byAuthorization(header: string | null): World | undefined {
    if (header === null) return undefined;
    const result = diagnoseAuthorization(header, { environment: "test" });
    return result.reason ? undefined : this.#use(this.#byHash.get(hashKey(result.secret)));
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
    for (const oldest of this.#traces.keys()) {
      if (this.count <= this.#options.most) break;
      if (oldest !== this.#first && oldest !== world) this.#forget(oldest);
    }
    return world;
  }

  /** Ends a world; the first one begins anew. */
  async drop(world: World): Promise<void> {
    this.#forget(world);
    if (world === this.#first) await this.#beginFirst();
  }

  async #beginFirst(): Promise<void> {
    this.#first = await this.#make(readWorldOptions(this.#options.first), KNOWN_IDENTITY);
  }

  async #make(options: WorldOptions, identity?: Identity): Promise<World> {
    const traces: Traces = { hashes: [], tokens: [] };
    let world: World | undefined;
    const onApiKey = (hash: string): void => {
      traces.hashes.push(hash);
      if (world && this.#traces.has(world)) this.#byHash.set(hash, world);
    };
    const { baseClock } = this.#options;
    const onJournal = (journal: WritableJournal, exchange: KeptExchange): void => {
      this.#budget(journal, exchange.sequence);
      const isRoom = this.#broken.length < MOST_BROKEN;
      if (isRoom && hasBroken(exchange)) this.#broken.push(entryOf(exchange));
    };
    world = await createWorld({ options, baseClock, identity, onApiKey, onJournal });
    this.#traces.set(world, traces);
    for (const hash of traces.hashes) this.#byHash.set(hash, world);
    return world;
  }

  #use(world: World | undefined): World | undefined {
    const traces = world && this.#traces.get(world);
    if (!traces) return world;
    this.#traces.delete(world);
    this.#traces.set(world, traces);
    return world;
  }

  #forget(world: World): void {
    const { hashes = [], tokens = [] } = this.#traces.get(world) ?? {};
    for (const hash of hashes) this.#byHash.delete(hash);
    for (const token of tokens) this.#byToken.delete(token);
    this.#traces.delete(world);
  }
}
