// Writes the methods of both clients, in `src/sinkove/generated/`, from the contract. It needs no Python.
import { readContract } from "@sinkove/openapi/contract";
import { pythonModules } from "@sinkove/sdk-generator/python";
import { sdkModelOf } from "@sinkove/sdk-generator/sdk-model";
import { writeModules } from "@sinkove/sdk-generator/write-modules";

const target = new URL("../src/sinkove/generated/", import.meta.url);

const modules = pythonModules(sdkModelOf(readContract()), {
  records: {
    Dataset: both("Dataset"),
    DatasetDownload: record("DatasetDownload"),
    IssuedApiKey: record("IssuedApiKey"),
    IssuedInvitation: record("IssuedInvitation"),
    Organization: both("Organization"),
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

/** A class of each kind of program. */
function both(name: string) {
  return {
    blocking: [name, ".._objects"],
    awaiting: [`Async${name}`, ".._async_objects"],
  } as const;
}

/** One class for both. */
function record(name: string) {
  return { blocking: [name, ".._records"], awaiting: [name, ".._records"] } as const;
}
