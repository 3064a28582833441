import { expect, test } from "vitest";
import { createLineBuffer } from "./line-buffer.ts";

function recorded() {
  const [written, waiting]: [string[], (() => void)[]] = [[], []];
  const lines = createLineBuffer({
    write: (text) => written.push(text),
    later: (callback) => waiting.push(callback),
  });
  return { lines, written, pass: () => waiting.shift()?.() };
}

test("writes the lines of a moment together, in their order", () => {
  const { lines, written, pass } = recorded();
  lines.add("a\n");
  lines.add("b\n");
  expect(written).toEqual([]);
  pass();
  expect(written).toEqual(["a\nb\n"]);
  lines.add("c\n");
  pass();
  expect(written).toEqual(["a\nb\n", "c\n"]);
});

test("writes at once what it is told to, and nothing twice", () => {
  const { lines, written, pass } = recorded();
  lines.add("a\n");
  lines.flush();
  pass();
  expect(written).toEqual(["a\n"]);
});

test("lets no more than 16 KiB wait", () => {
  const { lines, written } = recorded();
  lines.add("x".repeat(16 * 1024));
  expect(written).toHaveLength(1);
});
