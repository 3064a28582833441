import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const old = await sinkove.apiKeys.create({ name: "Pipeline" });
const successor = await sinkove.apiKeys.rotate(old.id, { gracePeriodSeconds: 3600 });

// Both keys work for an hour, so that you can update your programs one by one.
for (const apiKey of [old.secret, successor.secret]) {
  const { data, response } = await new Sinkove({ apiKey }).me().withResponse();
  console.log(data.apiKey?.status, response.headers.has("sunset") ? "until its sunset" : "");
}
