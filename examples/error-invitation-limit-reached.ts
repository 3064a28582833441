import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// Ask the sandbox for this error, because creating 100 invitations would take a while.
const headers = { prefer: "code=409, example=InvitationLimitReached" };
for await (const { id } of sinkove.organizations.list()) {
  const invitation = { email: "ada@example.com" };
  const { error } = await sinkove.invitations.create(id, invitation, { headers }).safe();
  console.log(error?.code);
}
