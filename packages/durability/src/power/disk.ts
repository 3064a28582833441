import { dirname } from "node:path";
import { chance, File, type Random } from "./file.ts";
import { FOLDER, type Operation } from "./operation.ts";

/** The content of a folder by path: the bytes of a file, or a marker for a folder. */
export type Tree = ReadonlyMap<string, Uint8Array | "folder">;

type Node = File | "folder";

/** Names in one folder that appear or disappear in one step. */
type Names = readonly (readonly [path: string, node: Node | undefined])[];

/** A change of names, with how many operations had ended before it. */
interface Naming {
  readonly number: number;
  readonly names: Names;
}

type NamingOperation = Extract<
  Operation,
  { readonly kind: "create" | "link" | "rename" | "remove" }
>;

/**
 * A disk with the guarantees of POSIX: a write is durable if its file was synced after it, and a name is durable if its
 * folder was. A loss of power may keep or lose everything else.
 */
export class Disk {
  /** The content that the program sees. */
  readonly #names = new Map<string, Node>();
  readonly #durable = new Map<string, Node>();
  #pending: Naming[] = [];
  /** The number of operations so far. */
  #number = 0;

  /**
   * A disk whose initial content is durable, after these operations.
   *
   * @throws Error if an operation changes a file that does not exist, because the trace is incomplete then
   */
  constructor(before: Tree, operations: readonly Operation[]) {
    for (const [path, bytes] of before) {
      const node = bytes === "folder" ? bytes : new File(bytes);
      this.#names.set(path, node);
      this.#durable.set(path, node);
    }
    for (const operation of operations) {
      this.#perform(operation);
      this.#number += 1;
    }
  }

  /** One possible content after a loss of power at this moment. */
  afterLoss(random: Random): Tree {
    const names = new Map(this.#durable);
    const isKept = chance(random);
    for (const naming of this.#pending) if (isKept()) setNames(names, naming);
    const tree = new Map<string, Uint8Array | "folder">();
    for (const [path, node] of names) {
      if (!isReachable(names, path)) continue;
      tree.set(path, node === "folder" ? node : node.afterLoss(random));
    }
    return tree;
  }

  #perform(operation: Operation): void {
    const { kind } = operation;
    if (kind === "write" || kind === "truncate") {
      this.#file(operation.path).change(this.#number, operation);
    } else if (kind === "share") this.#file(operation.path).share();
    else if (kind === "sync") this.#sync(operation.path, operation.began);
    else if (kind !== "answer") this.#name(this.#namesOf(operation));
  }

  #namesOf(operation: NamingOperation): Names {
    const { kind, path } = operation;
    if (kind === "remove") return [[path, undefined]];
    if (kind === "link") return [[operation.to, this.#node(path)]];
    if (kind === "create") return this.#names.has(path) ? [] : [[path, nodeOf(operation)]];
    const { to } = operation;
    if (dirname(path) !== dirname(to)) throw new Error(`${path} has left its folder for ${to}.`);
    return [
      [to, this.#node(path)],
      [path, undefined],
    ];
  }

  #name(names: Names): void {
    const naming = { number: this.#number, names };
    setNames(this.#names, naming);
    this.#pending.push(naming);
  }

  #sync(path: string, began: number): void {
    const node = path === FOLDER ? "folder" : this.#node(path);
    if (node === "folder") this.#syncNames(path, began);
    else node.sync(began);
  }

  #syncNames(folder: string, began: number): void {
    const isCovered = ({ number, names: [first] }: Naming): boolean =>
      number < began && first !== undefined && folderOf(first[0]) === folder;
    for (const naming of this.#pending.filter(isCovered)) setNames(this.#durable, naming);
    this.#pending = this.#pending.filter((naming) => !isCovered(naming));
  }

  #node(path: string): Node {
    const node = this.#names.get(path);
    if (node) return node;
    throw new Error(`The trace does not say where ${path} came from.`);
  }

  #file(path: string): File {
    const node = this.#node(path);
    if (node !== "folder") return node;
    throw new Error(`${path} is a folder.`);
  }
}

function nodeOf({ isFolder }: Extract<Operation, { readonly kind: "create" }>): Node {
  return isFolder ? "folder" : new File(new Uint8Array());
}

function setNames(target: Map<string, Node>, { names }: Naming): void {
  for (const [path, node] of names) {
    if (node) target.set(path, node);
    else target.delete(path);
  }
}

function folderOf(path: string): string {
  const folder = dirname(path);
  return folder === "." ? FOLDER : folder;
}

function isReachable(names: ReadonlyMap<string, Node>, path: string): boolean {
  const folder = folderOf(path);
  return folder === FOLDER || (names.get(folder) === "folder" && isReachable(names, folder));
}
