import { dirname } from "node:path";
import { chance, File, type Random } from "./file.ts";
import { FOLDER, type Operation } from "./operation.ts";

/** What is in a folder, by path: the bytes of a file, or that it is a folder. */
export type Tree = ReadonlyMap<string, Uint8Array | "folder">;

type Node = File | "folder";

/** Names that appear, or vanish, at once; all in one folder. */
type Names = readonly (readonly [path: string, node: Node | undefined])[];

/** A change of names, and how many operations of the program had ended before it. */
interface Naming {
  readonly number: number;
  readonly names: Names;
}

type NamingOperation = Extract<
  Operation,
  { readonly kind: "create" | "link" | "rename" | "remove" }
>;

/**
 * A disk under a program, as far as POSIX promises: a write is durable when its file was synced after it, and a
 * name when its folder was. Of all else, a loss of power keeps what it likes.
 */
export class Disk {
  /** What the program sees. */
  readonly #names = new Map<string, Node>();
  readonly #durable = new Map<string, Node>();
  #pending: Naming[] = [];
  /** Operations so far. */
  #number = 0;

  /**
   * A disk on which everything was durable, and then this was done.
   *
   * @throws Error where it is done to a file that is not there: the record then lacks something
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

  /** What may be there after a loss of power at this moment. */
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
    throw new Error(`The record does not say where ${path} came from.`);
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
