import { expect, it, vi } from "vitest";
import { currentTime, subscribe } from "./now.ts";

it("is up to date when a component shows it after a time in which none did", () => {
  vi.useFakeTimers({ now: 1_000_000 });
  try {
    subscribe(() => undefined)();
    vi.setSystemTime(2_000_000);
    const stop = subscribe(() => undefined);
    expect(currentTime()).toBe(2_000_000);
    vi.advanceTimersByTime(30_000);
    expect(currentTime()).toBe(2_030_000);
    stop();
  } finally {
    vi.useRealTimers();
  }
});
