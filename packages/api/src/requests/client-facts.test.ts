import { generateApiKey, redact } from "@sinkove/api-key";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddress, readUserAgent } from "./client-facts.ts";

describe("readUserAgent", () => {
  it("keeps what is short and printable as it is, each time", () => {
    for (const agent of [
      "curl/8.5.0",
      "Mozilla/5.0 (X11; Linux x86_64)",
      "Ünicode/1.0 \u{1f600}",
    ]) {
      expect([readUserAgent(agent), readUserAgent(agent)]).toEqual([agent, agent]);
    }
    expect(readUserAgent(null)).toBeNull();
  });

  it("keeps at most 200 printable characters of anything, with no key in them", () => {
    const key = generateApiKey("live");
    const parts = fc.constantFrom(
      key,
      key.slice(0, 30),
      "\0",
      "\u202e",
      "\ud800",
      "\u{1f600}",
      " ",
    );
    const part = fc.oneof(parts, fc.string({ unit: "binary", maxLength: 300 }));
    const texts = fc.array(part, { maxLength: 30 }).map((all) => all.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const kept = readUserAgent(text);
        if (kept === null) return;
        expect([...kept].length).toBeLessThanOrEqual(200);
        expect(kept).toMatch(/^\P{C}+$/u);
        expect(kept).not.toContain(key.slice(13, 30));
        expect(redact(kept)).toBe(kept);
      }),
    );
  });
});

describe("readAddress", () => {
  it("keeps what can be an address, and nothing else", () => {
    for (const address of ["203.0.113.5", "2001:db8::7", "::1"]) {
      expect(readAddress(address)).toBe(address);
    }
    for (const text of [undefined, "", "unknown", "1".repeat(46), "1.2.3.4\n", "fe80::1%eth0"]) {
      expect(readAddress(text)).toBeNull();
    }
  });
});
