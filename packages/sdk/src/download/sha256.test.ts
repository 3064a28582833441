import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createPortableSha256 } from "./sha256.ts";

test("SHA-256 without Node gives what Node gives", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 5 }), (parts) => {
      const hash = createPortableSha256();
      for (const part of parts) hash.update(part);
      const expected = createHash("sha256").update(Buffer.concat(parts)).digest("hex");
      expect(hash.digest()).toBe(expected);
    }),
  );
});
