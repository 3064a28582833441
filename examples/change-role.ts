import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
for await (const { id } of sinkove.organizations.list()) {
  const members = await sinkove.members.list(id).all();
  const grace = members.find(({ email }) => email === "grace@example.com");
  if (!grace) continue;

  const owner = await sinkove.members.update(id, grace.accountId, { role: "owner" });
  console.log(owner.name, owner.role);
  const member = await sinkove.members.update(id, grace.accountId, { role: "member" });
  console.log(member.name, member.role);
}
