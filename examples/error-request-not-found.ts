import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { error } = await sinkove.requests.get("01939ae2-0000-7000-8000-000000000000").safe();
console.log(error?.message);
