/** Prints every operation, status and example of the contract as JSON, for SDKs in other languages. */
import { exampleCases } from "../src/examples/case.ts";
import { TARGETS } from "../src/examples/target.ts";

console.log(JSON.stringify({ targets: Object.keys(TARGETS), cases: exampleCases }));
