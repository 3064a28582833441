import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// A sandbox can be told what to answer: 100 invitations take a while.
const headers = { prefer: "code=409, example=InvitationLimitReached" };
for await (const { id } of sinkove.organizations.list()) {
  const invitation = { email: "ada@example.com" };
  const { error } = await sinkove.invitations.create(id, invitation, { headers }).safe();
  console.log(error?.code);
}
