import { expect, it } from "vitest";
import { clientName } from "./client-name.ts";

it("names the program and its version", () => {
  expect(clientName("sinkove-python/0.2.0 (Python 3.13)")).toBe("sinkove-python 0.2.0");
  expect(clientName("curl/8.14.1")).toBe("curl 8.14.1");
});

it("does not list a browser's ancestors", () => {
  expect(clientName("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36")).toBe("a browser");
});

it("says if it is not known", () => {
  expect(clientName(null)).toBe("an unknown client");
  expect(clientName("  ")).toBe("an unknown client");
});
