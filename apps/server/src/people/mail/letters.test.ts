import { expect, test } from "vitest";
import { invitationMail } from "./letters.ts";

const INVITATION = {
  to: "ada@example.com",
  origin: "https://api.example.com",
  role: "member",
  organizationName: "Clinic",
  invitedBy: "Grace",
  token: "a/b",
  expiresAt: Date.UTC(2027, 0, 31),
};

test("an invitation says who invites, where to, and until when", () => {
  const { text } = invitationMail(INVITATION);
  expect(text).toContain('Grace invites you to the organization "Clinic" as member.');
  expect(text).toContain("https://api.example.com/console/invitations#token=a%2Fb\n");
  expect(text).toContain("Sun, 31 Jan 2027");
});

test("a name adds neither lines nor links to a mail, and does not turn its text around", () => {
  const invitedBy = "Eve\r\n\r\nhttps://evil.example\u202e";
  const organizationName = `${"long".repeat(100)}`;
  const { text } = invitationMail({ ...INVITATION, invitedBy, organizationName });
  expect(text.match(/https:\/\/\S+/g)).toEqual([
    "https://api.example.com/console/invitations#token=a%2Fb",
  ]);
  expect(text).not.toMatch(/[\r\u202e]/);
  expect(text.split("\n\n")).toHaveLength(3);
  expect(text).not.toContain("long".repeat(26));
});
