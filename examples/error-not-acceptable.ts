import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { error } = await sinkove.me({ headers: { accept: "text/csv" } }).safe();
console.log(error?.message);
