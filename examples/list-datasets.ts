import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove(); // SINKOVE_API_KEY, SINKOVE_API_URL
const { data = [], error } = await sinkove.http.GET("/datasets");
if (error) throw new Error(error.detail);
for (const { id, args, metadata } of data) console.log(id, args.prompt, metadata?.state);
