// Regenerates `src/generated/`, the methods of the client, from the contract.
import { readContract } from "@sinkove/openapi/contract";
import { sdkModelOf } from "@sinkove/sdk-generator/sdk-model";
import { typescriptModules } from "@sinkove/sdk-generator/typescript";
import { writeModules } from "@sinkove/sdk-generator/write-modules";

const target: URL = new URL("../src/generated/", import.meta.url);

const modules = typescriptModules(sdkModelOf(readContract()), {
  extended: { Datasets: "../resources/datasets.ts" },
});
writeModules(target, modules);
