import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// Ask the sandbox for this error, because creating 100 organizations would take a while.
const headers = { prefer: "code=409, example=OrganizationLimitReached" };
const { error } = await sinkove.organizations.create({ name: "Cardiology" }, { headers }).safe();
console.log(error?.code);
