import type { paths } from "@sinkove/contract";
import createClient, { type Client } from "openapi-fetch";

const client: Client<paths> = createClient<paths>({ baseUrl: "https://api.sinkove.com/v1" });
const { data } = await client.GET("/datasets", { params: { query: { state: "READY" } } });
for (const dataset of data ?? []) console.log(dataset.id);
