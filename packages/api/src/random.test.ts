import { expect, test } from "vitest";
import { pooledRandom, uuidV7 } from "./random.ts";

/** Counts up, so that no byte comes twice within 256. */
function counting() {
  let [next, calls] = [0, 0];
  const random = pooledRandom((bytes) => {
    calls += 1;
    for (let index = 0; index < bytes.length; index++) bytes[index] = next++;
  });
  return { random, calls: () => calls };
}

test("gives each random byte out once", () => {
  const { random, calls } = counting();
  const [first, second] = [new Uint8Array(100), new Uint8Array(100)];
  random(first);
  random(second);
  expect([first[0], first[99], second[0], second[99]]).toEqual([0, 99, 100, 199]);
  expect(calls()).toBe(1);
});

test("asks for more where the pool is used up, and for a lot at once", () => {
  const { random, calls } = counting();
  for (let count = 0; count < 257; count++) random(new Uint8Array(16));
  expect(calls()).toBe(2);
  const many = new Uint8Array(5000);
  random(many);
  expect([calls(), many.some((byte) => byte !== 0)]).toEqual([3, true]);
});

/** The id of a moment of its own, so that it does not follow another. */
function uuidOf(byte: number, moment: number): string {
  uuidV7(moment - 1, (bytes) => bytes.fill(0));
  return uuidV7(moment, (bytes) => bytes.fill(byte));
}

test("a UUID of version 7 is its moment, and the rest is by chance", () => {
  const moment = Date.UTC(2022, 1, 22, 19, 22, 22);
  expect(uuidOf(0, moment)).toBe("017f22e2-79b0-7000-8000-000000000000");
  expect(uuidOf(255, moment)).toBe("017f22e2-79b0-77ff-bfff-ffffffffffff");
  expect(uuidOf(0, 1).slice(0, 13)).toBe("00000000-0001");
  expect(uuidOf(0, 1.9).slice(0, 13)).toBe("00000000-0001");
});

test("no bit of a UUID follows from another", () => {
  const digits = Array.from({ length: 256 }, (_, byte) => uuidOf(byte, 7).slice(19, 21));
  expect(new Set(digits).size).toBe(64);
});

test("UUIDs of one millisecond sort in the order in which they were made", () => {
  const ids = Array.from({ length: 2048 }, () =>
    uuidV7(8, (bytes) => crypto.getRandomValues(bytes)),
  );
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});
