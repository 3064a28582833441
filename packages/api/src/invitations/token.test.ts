import { expect, it } from "vitest";
import { newInvitationToken } from "./token.ts";

it("makes each digit equally likely: bytes beyond the last whole round are drawn again", () => {
  const drawn = [255, 248, 247, 0, 61, 62];
  let next = 0;
  const token = newInvitationToken((bytes) => {
    for (let index = 0; index < bytes.length; index++)
      bytes[index] = drawn[next++ % drawn.length] ?? 0;
  });
  expect(token).toBe(`sinkove_invitation_${"z0z0".repeat(8)}`);
});
