// Generates the methods of both clients in `src/sinkove/generated/` from the contract. It does not need Python.
import { readContract } from "@sinkove/openapi/contract";
import { pythonModules } from "@sinkove/sdk-generator/python";
import { sdkModelOf } from "@sinkove/sdk-generator/sdk-model";
import { writeModules } from "@sinkove/sdk-generator/write-modules";

const target = new URL("../src/sinkove/generated/", import.meta.url);

const modules = pythonModules(sdkModelOf(readContract()), {
  records: {
    Dataset: both("Dataset", "datasets"),
    DatasetDownload: record("DatasetDownload"),
    IssuedApiKey: record("IssuedApiKey"),
    IssuedInvitation: record("IssuedInvitation"),
    IssuedWebhookEndpoint: record("IssuedWebhookEndpoint"),
    Organization: both("Organization", "organizations"),
  },
  bases: {
    Datasets: {
      blocking: ["DatasetMethods", ".._dataset_methods"],
      awaiting: ["AsyncDatasetMethods", ".._async_dataset_methods"],
    },
  },
  exceptions: {
    402: "InsufficientCreditsError",
    404: "NotFoundError",
    409: "ConflictError",
    410: "GoneError",
    422: "ValidationError",
  },
});
writeModules(target, modules);

/** A class for each client, in the package of its resource. */
function both(name: string, folder: string) {
  const module = `..${folder}.${name.toLowerCase()}`;
  return {
    blocking: [name, module],
    awaiting: [`Async${name}`, module.replace(/\.(\w+)$/, ".async_$1")],
  } as const;
}

/** One class for both clients. */
function record(name: string) {
  return { blocking: [name, "..records"], awaiting: [name, "..records"] } as const;
}
