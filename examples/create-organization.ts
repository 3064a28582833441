import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const organization = await sinkove.organizations.create({ name: "Cardiology" });
console.log(organization.role, organization.credits);

const renamed = await sinkove.organizations.update(organization.id, { name: "Cardiac imaging" });
console.log(renamed.name);
