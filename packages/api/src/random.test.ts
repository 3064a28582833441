import { expect, test } from "vitest";
import { pooledRandom } from "./random.ts";

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
