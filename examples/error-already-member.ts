import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
for await (const { id } of sinkove.organizations.list()) {
  const { error } = await sinkove.invitations.create(id, { email: "grace@example.com" }).safe();
  console.log(error?.message);
}
