import { expect, test, vi } from "vitest";
import { regularly } from "./regularly.ts";

test("work is done again and again, never twice at once, whatever fails, until it is stopped", async () => {
  vi.useFakeTimers();
  try {
    const errors: unknown[] = [];
    let begun = 0;
    let end = (): void => {};
    const work = async (): Promise<void> => {
      begun += 1;
      if (begun === 2) throw new Error("once");
      if (begun === 3) await new Promise<void>((resolve) => (end = resolve));
    };
    const stop = regularly(1000, work, (error) => errors.push(error));
    expect(begun).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect([begun, errors.length]).toEqual([3, 1]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(begun).toBe(3);
    let isStopped = false;
    const stopped = stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(5000);
    expect([begun, isStopped]).toEqual([3, false]);
    end();
    await stopped;
  } finally {
    vi.useRealTimers();
  }
});
