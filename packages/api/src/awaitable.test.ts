import { describe, expect, test } from "vitest";
import { type Awaitable, andThen, attempt, inTurn } from "./awaitable.ts";

describe("andThen", () => {
  test("goes on at once with what is at hand", () => {
    expect(andThen(1, (value) => value + 1)).toBe(2);
  });

  test("waits for what is not", async () => {
    const result = andThen(Promise.resolve(1), (value) => value + 1);
    expect(result).toBeInstanceOf(Promise);
    expect(await result).toBe(2);
  });

  test("throws or rejects as what follows does", async () => {
    const fail = (): never => {
      throw new Error("lost");
    };
    expect(() => andThen(1, fail)).toThrow("lost");
    await expect(andThen(Promise.resolve(1), fail)).rejects.toThrow("lost");
  });
});

describe("attempt", () => {
  const recover = (error: unknown) => `recovered from ${error}`;

  test.each(["at hand", "not yet"])("gives what is %s", async (value) => {
    expect(attempt(() => value, recover)).toBe(value);
    expect(await attempt(() => Promise.resolve(value), recover)).toBe(value);
  });

  test("recovers from what is thrown, and from a rejection", async () => {
    const work = (): never => {
      throw "a fault";
    };
    expect(attempt(work, recover)).toBe("recovered from a fault");
    expect(await attempt(() => Promise.reject("a fault"), recover)).toBe("recovered from a fault");
  });
});

describe("inTurn", () => {
  const add = (text: string) => (texts: string[]) => void texts.push(text);
  const addLater = (text: string) => async (texts: string[]) => void texts.push(text);
  const fail = (): Awaitable<void> => {
    throw new Error("lost");
  };

  test("has called all at once if none has to wait", () => {
    const texts: string[] = [];
    expect(inTurn([add("a"), add("b"), add("c")], texts)).toBeUndefined();
    expect(texts).toEqual(["a", "b", "c"]);
  });

  test("calls each when those before it are done", async () => {
    const texts: string[] = [];
    const done = inTurn([add("a"), addLater("b"), add("c"), addLater("d"), add("e")], texts);
    expect(texts).toEqual(["a", "b"]);
    await done;
    expect(texts).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("ends with the first that throws or rejects", async () => {
    const texts: string[] = [];
    expect(() => inTurn([fail, add("a")], texts)).toThrow("lost");
    await expect(inTurn([addLater("b"), fail, add("c")], texts)).rejects.toThrow("lost");
    expect(texts).toEqual(["b"]);
  });
});
