import { expect, it } from "vitest";
import { totpSecret } from "./totp-secret.ts";

it("groups the secret as people type it", () => {
  const uri = "otpauth://totp/Sinkove:ada%40example.com?secret=ABCDEFGHIJ&issuer=Sinkove";
  expect(totpSecret(uri)).toBe("ABCD EFGH IJ");
});

it("is empty without a secret", () => {
  expect(totpSecret("otpauth://totp/Sinkove")).toBe("");
});
