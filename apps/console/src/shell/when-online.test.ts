import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { whenOnline } from "./when-online.ts";

const page = new EventTarget();
const device = { onLine: true };

beforeEach(() => {
  vi.stubGlobal("window", page);
  vi.stubGlobal("navigator", device);
});
afterEach(() => vi.unstubAllGlobals());

it("loads again when the device is online again", async () => {
  device.onLine = false;
  let calls = 0;
  const load = whenOnline(async () => {
    calls += 1;
    if (!device.onLine) throw new TypeError("Failed to fetch");
    return "code";
  });
  const loading = load();
  await Promise.resolve();
  device.onLine = true;
  // The first attempt has failed by now, and waits.
  setTimeout(() => page.dispatchEvent(new Event("online")), 0);
  expect(await loading).toBe("code");
  expect(calls).toBe(2);
});

it("passes a failure on while the device is online", async () => {
  device.onLine = true;
  const load = whenOnline(() => Promise.reject(new TypeError("Failed to fetch")));
  await expect(load()).rejects.toThrow("Failed to fetch");
});
