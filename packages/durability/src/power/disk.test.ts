import { describe, expect, it } from "vitest";
import { Disk, type Tree } from "./disk.ts";
import type { Operation } from "./operation.ts";

const EMPTY: Tree = new Map();
/** A disk that kept only what was durable, and one that kept everything. */
const [NOTHING, EVERYTHING] = [() => 0, () => 0.999];

function create(path: string): Operation {
  return { kind: "create", path, isFolder: false };
}

function write(path: string, text: string, offset = 0): Operation {
  return { kind: "write", path, offset, bytes: Buffer.from(text) };
}

/** One that covers everything done before it. */
function sync(path: string, began = Number.POSITIVE_INFINITY): Operation {
  return { kind: "sync", path, began };
}

function treeOf(files: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
}

function textsOf(tree: Tree): Record<string, string> {
  return Object.fromEntries(
    [...tree].map(([path, bytes]) => [path, bytes === "folder" ? bytes : `${Buffer.from(bytes)}`]),
  );
}

/** The different trees after a thousand losses of power, with runs of a letter shortened. */
function outcomesOf(before: Tree, operations: readonly Operation[]): Set<string> {
  const random = seeded(1);
  const disk = new Disk(before, operations);
  const outcomes = Array.from({ length: 1000 }, () => textsOf(disk.afterLoss(random)));
  return new Set(outcomes.map((texts) => JSON.stringify(texts).replaceAll(/(.)\1{255,}/g, "$1")));
}

/** A linear congruential generator, with the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("what is in a file", () => {
  const before = treeOf({ a: "old" });

  it("stays once it is synced", () => {
    const disk = new Disk(before, [write("a", "new and longer"), sync("a")]);
    expect(textsOf(disk.afterLoss(NOTHING))).toEqual({ a: "new and longer" });
  });

  it("may go as long as it is not", () => {
    const disk = new Disk(before, [write("a", "new and longer")]);
    expect(textsOf(disk.afterLoss(NOTHING))).toEqual({ a: "old" });
    expect(textsOf(disk.afterLoss(EVERYTHING))).toEqual({ a: "new and longer" });
  });

  it("may go where it came after a sync had begun", () => {
    const disk = new Disk(before, [write("a", "1st"), write("a", "2nd"), sync("a", 1)]);
    expect(textsOf(disk.afterLoss(NOTHING))).toEqual({ a: "1st" });
  });

  it("is not made durable by a sync of another file, or of the folder", () => {
    const other = treeOf({ a: "old", b: "" });
    const disk = new Disk(other, [write("a", "new"), sync("b"), sync("")]);
    expect(textsOf(disk.afterLoss(NOTHING))).toMatchObject({ a: "old" });
  });

  it("is torn between sectors, and never in one", () => {
    const sectors = treeOf({ a: "x".repeat(1024) });
    const outcomes = outcomesOf(sectors, [write("a", "y".repeat(1024))]);
    expect(outcomes).toEqual(new Set(['{"a":"x"}', '{"a":"y"}', '{"a":"xy"}', '{"a":"yx"}']));
  });

  it("has in each sector what was there at one time", () => {
    const sectors = treeOf({ a: "x".repeat(512) });
    const writes = [write("a", "y".repeat(512)), write("a", "z".repeat(256))];
    expect(outcomesOf(sectors, writes)).toEqual(new Set(['{"a":"x"}', '{"a":"y"}', '{"a":"zy"}']));
  });

  it("may be cut off and not, or be longer with nothing in it", () => {
    expect(outcomesOf(treeOf({ a: "xyz" }), [{ kind: "truncate", path: "a", size: 1 }])).toEqual(
      new Set(['{"a":"xyz"}', '{"a":"x"}', '{"a":"x\\u0000\\u0000"}']),
    );
    expect(outcomesOf(treeOf({ a: "" }), [write("a", "x")])).toEqual(
      new Set(['{"a":""}', '{"a":"x"}', '{"a":"\\u0000"}']),
    );
  });

  it("is anything where it is shared memory", () => {
    const disk = new Disk(before, [{ kind: "share", path: "a" }]);
    expect(textsOf(disk.afterLoss(NOTHING))).toEqual({ a: "\0\0\0" });
  });
});

describe("a name", () => {
  it("of a new file may go, though the file is synced", () => {
    const made = [create("a"), write("a", "x"), sync("a")];
    expect(outcomesOf(EMPTY, made)).toEqual(new Set(["{}", '{"a":"x"}']));
    expect(outcomesOf(EMPTY, [...made, sync("")])).toEqual(new Set(['{"a":"x"}']));
  });

  it("stays with nothing in the file, where only the folder is synced", () => {
    const disk = new Disk(EMPTY, [create("a"), write("a", "x"), sync("")]);
    expect(textsOf(disk.afterLoss(NOTHING))).toEqual({ a: "" });
  });

  it("is the old one or the new one after a rename, and never both or none", () => {
    const renamed: Operation = { kind: "rename", path: "a", to: "b" };
    const before = treeOf({ a: "x", b: "y" });
    expect(outcomesOf(before, [renamed])).toEqual(new Set(['{"a":"x","b":"y"}', '{"b":"x"}']));
    expect(outcomesOf(before, [renamed, sync("")])).toEqual(new Set(['{"b":"x"}']));
  });

  it("may come back where it was removed, until the folder is synced", () => {
    const removed: Operation = { kind: "remove", path: "a" };
    expect(outcomesOf(treeOf({ a: "x" }), [removed])).toEqual(new Set(['{"a":"x"}', "{}"]));
    expect(outcomesOf(treeOf({ a: "x" }), [removed, sync("")])).toEqual(new Set(["{}"]));
  });

  it("of a file that has two leads to one content", () => {
    const linked: Operation = { kind: "link", path: "a", to: "b" };
    const disk = new Disk(treeOf({ a: "x" }), [linked, write("b", "y"), sync("a"), sync("")]);
    expect(textsOf(disk.afterLoss(NOTHING))).toEqual({ a: "y", b: "y" });
  });

  it("is durable with its own folder, and goes with it", () => {
    const made: Operation[] = [
      { kind: "create", path: "f", isFolder: true },
      create("f/a"),
      sync("f"),
    ];
    expect(textsOf(new Disk(EMPTY, made).afterLoss(NOTHING))).toEqual({});
    const synced = new Disk(EMPTY, [...made, sync(""), create("f/b")]);
    expect(textsOf(synced.afterLoss(NOTHING))).toEqual({ f: "folder", "f/a": "" });
  });
});

it("refuses a record that lacks where a file came from", () => {
  expect(() => new Disk(EMPTY, [write("a", "x")])).toThrow("where a came from");
});
