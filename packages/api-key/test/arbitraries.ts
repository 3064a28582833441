import fc from "fast-check";
import { type ApiKeyEnvironment, generateApiKey } from "../src/index.ts";

/** The digits of base62 in the order of their values. */
export const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

export const environments: fc.Arbitrary<ApiKeyEnvironment> = fc.constantFrom("live", "test");

/** Creates a random source that always returns the same byte. */
export const bytesAs =
  (byte: number): ((bytes: Uint8Array) => void) =>
  (bytes) => {
    bytes.fill(byte);
  };

/** Valid keys, which fast-check's seed reproduces. */
export const apiKeys: fc.Arbitrary<string> = fc
  .tuple(environments, fc.uint8Array({ minLength: 64, maxLength: 64, max: 247 }))
  .map(([environment, bytes]) =>
    generateApiKey(environment, { random: (array) => array.set(bytes) }),
  );
