import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { id } = await sinkove.organizations.create({ name: "Neurology" });
const invitation = await sinkove.invitations.create(id, {
  email: "marie@example.com",
  role: "member",
});

for await (const { email, role } of sinkove.invitations.list(id)) console.log(email, role);

await sinkove.invitations.revoke(id, invitation.id);
console.log("revoked");
