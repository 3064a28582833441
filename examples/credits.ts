import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const [organization] = await sinkove.organizations.list().all();
if (!organization) throw new Error("This key reaches no organization.");

const before = organization.credits;
await sinkove.organizations.datasets(organization.id).create({
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", // Chest X-ray v2
  numSamples: 2,
  args: { prompt: "cardiomegaly" },
});
const { credits } = await sinkove.organizations.get(organization.id);
console.log(organization.name, "paid", before - credits, "credits");
