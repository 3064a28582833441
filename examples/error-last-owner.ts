import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { account } = await sinkove.me();
const { id } = await sinkove.organizations.create({ name: "Pathology" });
const { error } = await sinkove.members.update(id, account.id, { role: "member" }).safe();
console.log(error?.message);
