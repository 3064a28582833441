import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const [organization] = await sinkove.organizations.list().all();
if (!organization) throw new Error("This key reaches no organization.");

await sinkove.organizations.datasets(organization.id).create({
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", // Chest X-ray v2
  numSamples: 3,
  args: { prompt: "cardiomegaly" },
});
const entries = await sinkove.organizations.creditEntries(organization.id).all();
const [newest] = entries;
console.log(newest?.kind, newest?.amount, newest?.actor?.type);

const sum = entries.reduce((total, { amount }) => total + amount, 0);
const { credits } = await sinkove.organizations.get(organization.id);
console.log("The entries sum up to the balance:", sum === credits);
