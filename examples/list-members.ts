import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
for await (const { id, name, role } of sinkove.organizations.list()) {
  console.log(`${name}, your role: ${role}`);
  for await (const member of sinkove.members.list(id)) {
    console.log(`- ${member.name}, ${member.role}`);
  }
}
