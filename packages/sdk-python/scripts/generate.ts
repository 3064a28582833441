// Writes the methods of both clients, in `src/sinkove/generated/`, from the contract. It needs no Python.
import { writeFile } from "node:fs/promises";
import { Workspace } from "@astral-sh/ruff-wasm-nodejs";
import { readContract } from "@sinkove/openapi/contract";
import { pythonModules } from "@sinkove/sdk-generator/python";
import { sdkModelOf } from "@sinkove/sdk-generator/sdk-model";

const target = new URL("../src/sinkove/generated/", import.meta.url);
const ruff = new Workspace({ "line-length": 100, "target-version": "py310" }, "utf-16");

const modules = pythonModules(sdkModelOf(readContract()), {
  records: {
    Dataset: both("Dataset"),
    DatasetDownload: record("DatasetDownload"),
    IssuedApiKey: record("IssuedApiKey"),
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
for (const [name, text] of modules) await writeFile(new URL(name, target), ruff.format(text));

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
