import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// A sandbox can be told what to answer: 100 organizations take a while.
const headers = { prefer: "code=409, example=OrganizationLimitReached" };
const { error } = await sinkove.organizations.create({ name: "Cardiology" }, { headers }).safe();
console.log(error?.code);
