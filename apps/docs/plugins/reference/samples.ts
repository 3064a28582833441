import type { ContractOperation } from "@sinkove/openapi/contract";
import { calleesOf, pythonCallee, typescriptCallee } from "@sinkove/sdk-generator/callees";
import { pythonMemberName, sdkModelOf, snakeCase } from "@sinkove/sdk-generator/sdk-model";
import type { Samples } from "../examples/example-files.ts";
import { contract } from "./contract.ts";
import { pythonLiteral, typescriptLiteral } from "./literal.ts";

/** A chest film model that every installation and every sandbox has. */
const modelId = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";
const smallDataset = { modelId, numSamples: 2, args: { prompt: "cardiomegaly" } };
const notebookKey = { name: "Notebook", scopes: ["datasets:read"] };

/** What a sample must have before it can make its call: each is made first, so that it runs in any world. */
type Need = "dataset" | "readyDataset" | "apiKey" | "organization" | "model";

/** The call of a sample in each language, with what it needs. */
interface SampleCall {
  readonly needs: readonly Need[];
  readonly ts: string;
  readonly py: string;
}

/** The programs of an operation's page, one a language: each makes what the call needs, then calls. */
export function sampleOperation(operation: ContractOperation): Samples {
  const call = callOf(operation);
  const body = operation.body?.examples[0]?.value;
  return {
    ts: typescriptSample(call, operation),
    sh: shellSample(call, operation, body),
    py: pythonSample(call, operation),
  };
}

const callees = calleesOf(contract, sdkModelOf(contract));

/** The operation's method, with the contract's first example of the body. */
function callOf(operation: ContractOperation): SampleCall {
  const callee = callees.find(({ operationId }) => operationId === operation.id);
  const needs = needsOf(operation);
  // Its method is written by hand, and uses the operation by its URL.
  if (!callee)
    return {
      needs: ["readyDataset"],
      ts: "sinkove.datasets.download(dataset.id)",
      py: "client.datasets.download(dataset.id)",
    };
  const { path } = callee.method;
  const [body] = operation.body?.examples ?? [];
  const pythonBody = operation.method === "PATCH" ? pythonLiteral : pythonArguments;
  const ts = path.map(({ name }) => expressionFor(name, "ts"));
  const py = path.map(({ name }) => expressionFor(name, "py"));
  if (body) {
    ts.push(typescriptLiteral(body.value));
    py.push(pythonBody(body.value));
  }
  return {
    needs,
    ts: `${typescriptCallee(callee, ({ name }) => expressionFor(name, "ts"))}(${ts.join(", ")})`,
    py: `${pythonCallee(callee, ({ name }) => expressionFor(name, "py"))}(${py.join(", ")})`,
  };
}

const needOfParameter: Readonly<Record<string, Need>> = {
  apiKeyId: "apiKey",
  datasetId: "dataset",
  modelId: "model",
  organizationId: "organization",
};

/** @throws if a sample cannot have a value for a parameter of the path */
function needsOf({ id, parameters, responses }: ContractOperation): readonly Need[] {
  const isForReady = responses.some(({ codes }) => codes.includes("DATASET_NOT_READY"));
  const names = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  return names.flatMap((name): Need[] => {
    const need = needOfParameter[name];
    if (need) return [need === "dataset" && isForReady ? "readyDataset" : need];
    if (id === "downloadFile") return [];
    throw new Error(`Say in plugins/reference/samples.ts how a sample gets a ${name}, for ${id}.`);
  });
}

/** `dataset.id`; the model is known by its id alone. */
function expressionFor(parameter: string, language: "ts" | "py"): string {
  const named = (name: string): string => (language === "py" ? snakeCase(name) : name);
  if (parameter === "modelId") return named(parameter);
  return `${named(parameter.replace(/Id$/, ""))}.id`;
}

const typescriptNeeds = {
  dataset: `const dataset = await sinkove.datasets.create(${typescriptLiteral(smallDataset)});`,
  readyDataset: `const dataset = await sinkove.datasets.create(${typescriptLiteral(smallDataset)});
await sinkove.datasets.wait(dataset.id);`,
  apiKey: `const apiKey = await sinkove.apiKeys.create(${typescriptLiteral(notebookKey)});`,
  organization: "const [organization] = await sinkove.organizations.list().all();",
  model: `const modelId = "${modelId}";`,
} satisfies Record<Need, string>;

function typescriptSample(call: SampleCall, operation: ContractOperation) {
  return [
    'import { Sinkove } from "@sinkove/sdk";\n',
    "const sinkove = new Sinkove(); // SINKOVE_API_KEY, SINKOVE_API_URL",
    ...call.needs.map((need) => typescriptNeeds[need]),
    typescriptUse(operation, call.ts),
  ].join("\n");
}

function typescriptUse(operation: ContractOperation, expression: string): string {
  if (operation.isList) return `for await (const item of ${expression}) {\n  console.log(item);\n}`;
  if (operation.method === "DELETE") return `await ${expression};\nconsole.log("deleted");`;
  if (operation.sdk) return `console.log(await ${expression});`;
  return `const archive = await ${expression};\nconsole.log(archive.length, "bytes");`;
}

const pythonNeeds = {
  dataset: `dataset = client.datasets.create(${pythonArguments(smallDataset)})`,
  readyDataset: `dataset = client.datasets.create(${pythonArguments(smallDataset)})
dataset.wait()`,
  apiKey: `api_key = client.api_keys.create(${pythonArguments(notebookKey)})`,
  organization: "organization = client.organizations.list()[0]",
  model: `model_id = "${modelId}"`,
} satisfies Record<Need, string>;

function pythonSample(call: SampleCall, operation: ContractOperation): string {
  return [
    "import sinkove as sk\n",
    "client = sk.client()  # SINKOVE_API_KEY, SINKOVE_API_URL",
    ...call.needs.map((need) => pythonNeeds[need]),
    pythonUse(operation, call.py),
  ].join("\n");
}

function pythonUse(operation: ContractOperation, expression: string): string {
  if (operation.isList) return `for item in ${expression}:\n    print(item)`;
  if (operation.method === "DELETE") return `${expression}\nprint("deleted")`;
  return operation.sdk ? `print(${expression})` : `print(len(${expression}), "bytes")`;
}

/** The members of a body as keyword arguments. */
function pythonArguments(body: unknown): string {
  const members = Object.entries(body ?? {}).map(([name, value]) => {
    return `${pythonMemberName(name)}=${pythonLiteral(value, "    ")}`;
  });
  const line = members.join(", ");
  return line.length <= 48 ? line : `\n${members.map((member) => `    ${member},\n`).join("")}`;
}

const authorization = '-H "Authorization: Bearer $SINKOVE_API_KEY"';

const shellNeeds = {
  dataset: `DATASET_ID=$(${curl("POST", "/datasets", smallDataset, "-s ")} | jq -r '.id')`,
  readyDataset: `DATASET_ID=$(${curl("POST", "/datasets", smallDataset, "-s ")} | jq -r '.id')
until [ "$(${curl("GET", "/datasets/$DATASET_ID", undefined, "-s ")} | jq -r '.metadata.state')" = READY ]; do
  sleep 1
done`,
  apiKey: `API_KEY_ID=$(${curl("POST", "/api-keys", notebookKey, "-s ")} | jq -r '.id')`,
  organization: `ORGANIZATION_ID=$(${curl("GET", "/organizations", undefined, "-s ")} | jq -r '.[0].id')`,
  model: `MODEL_ID=${modelId}`,
} satisfies Record<Need, string>;

function shellSample(call: SampleCall, { method, path, sdk }: ContractOperation, body: unknown) {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => `$${shellName(name)}`);
  const needs = call.needs.map((need) => shellNeeds[need]);
  if (sdk) return [...needs, curl(method, address, body)].join("\n");
  const url = curl("GET", "/datasets/$DATASET_ID/urls/download", undefined, "-s ");
  return [...needs, `URL=$(${url} | jq -r '.URL')`, 'curl -o dataset.zip "$URL"'].join("\n");
}

function curl(method: string, path: string, body?: unknown, options = ""): string {
  const lines = [`curl ${options}-X ${method} "$SINKOVE_API_URL/v1${path}"`, authorization];
  if (body !== undefined) {
    lines.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(body)}'`);
  }
  return lines.join(" \\\n  ");
}

/** `datasetId` as `DATASET_ID`. */
function shellName(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
