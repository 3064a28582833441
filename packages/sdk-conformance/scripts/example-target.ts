/**
 * Starts a target of the example cases, such as "prism proxy", and prints its address and key as a line of JSON. It
 * stops when its input ends, so that it never outlives the program that started it.
 */
import { TARGETS } from "../src/examples/target.ts";

const [name = ""] = process.argv.slice(2);
const start = Object.entries(TARGETS).find(([each]) => each === name)?.[1];
if (!start) throw new Error(`There is no target "${name}". Use one of ${Object.keys(TARGETS)}.`);
const { baseUrl, apiKey, stop } = await start();
console.log(JSON.stringify({ baseUrl, apiKey }));
process.stdin.resume().once("end", stop);
