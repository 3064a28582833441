import type { Samples } from "../examples/example-files.ts";
import { calls, type Need, type SampleCall } from "./calls.ts";
import type { LocatedOperation } from "./contract-document.ts";
import { pythonLiteral, typescriptLiteral } from "./literal.ts";
import { viewRequestBody } from "./operation-view.ts";

/** A chest film model that every installation and every sandbox has. */
const modelId = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";
const smallDataset = { modelId, numSamples: 2, args: { prompt: "cardiomegaly" } };
const notebookKey = { name: "Notebook", scopes: ["datasets:read"] };

/**
 * The programs of an operation's page, one a language: each makes what the call needs, then calls
 * with the contract's first example of the body.
 *
 * @throws where the table of calls lacks the operation.
 */
export function sampleOperation(located: LocatedOperation): Samples {
  const { operationId } = located.operation;
  const call = calls[operationId];
  if (call === undefined) throw new Error(`plugins/reference/calls.ts lacks ${operationId}.`);
  const [example] = viewRequestBody(located)?.examples ?? [];
  const body: unknown = example && JSON.parse(example.value);
  return {
    ts: typescriptSample(call, located, body),
    sh: shellSample(call, located, body),
    py: pythonSample(call, located, body),
  };
}

const typescriptNeeds = {
  dataset: `const dataset = await sinkove.datasets.create(${typescriptLiteral(smallDataset)});`,
  readyDataset: `const dataset = await sinkove.datasets.create(${typescriptLiteral(smallDataset)});
await sinkove.datasets.wait(dataset.id);`,
  apiKey: `const apiKey = await sinkove.apiKeys.create(${typescriptLiteral(notebookKey)});`,
  organization: "const [organization] = await sinkove.organizations.list().all();",
  model: `const modelId = "${modelId}";`,
} satisfies Record<Need, string>;

function typescriptSample(call: SampleCall, { operation }: LocatedOperation, body: unknown) {
  const expression = call.ts.replace("BODY", () => typescriptLiteral(body));
  return [
    'import { Sinkove } from "@sinkove/sdk";\n',
    "const sinkove = new Sinkove(); // SINKOVE_API_KEY, SINKOVE_API_URL",
    ...call.needs.map((need) => typescriptNeeds[need]),
    typescriptUse(operation.operationId, expression, call.isList),
  ].join("\n");
}

function typescriptUse(operationId: string, expression: string, isList = false): string {
  if (isList) return `for await (const item of ${expression}) {\n  console.log(item);\n}`;
  if (operationId.startsWith("delete")) return `await ${expression};\nconsole.log("deleted");`;
  if (operationId !== "downloadFile") return `console.log(await ${expression});`;
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

function pythonSample(call: SampleCall, { operation }: LocatedOperation, body: unknown): string {
  const expression = call.py
    .replace("BODY", () => pythonArguments(body))
    .replace("DICT", () => pythonLiteral(body));
  return [
    "import sinkove as sk\n",
    "client = sk.client()  # SINKOVE_API_KEY, SINKOVE_API_URL",
    ...call.needs.map((need) => pythonNeeds[need]),
    pythonUse(operation.operationId, expression, call.isList),
  ].join("\n");
}

function pythonUse(operationId: string, expression: string, isList = false): string {
  if (isList) return `for item in ${expression}:\n    print(item)`;
  if (operationId.startsWith("delete")) return `${expression}\nprint("deleted")`;
  if (operationId === "downloadFile") return `print(len(${expression}), "bytes")`;
  return `print(${expression})`;
}

/** The members of a body as keyword arguments. */
function pythonArguments(body: unknown): string {
  const members = Object.entries(body ?? {}).map(([name, value]) => {
    const argument = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return `${argument}=${pythonLiteral(value, "    ")}`;
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

function shellSample(
  call: SampleCall,
  { method, path, operation }: LocatedOperation,
  body: unknown,
) {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => `$${shellName(name)}`);
  const needs = call.needs.map((need) => shellNeeds[need]);
  if (operation.operationId !== "downloadFile")
    return [...needs, curl(method, address, body)].join("\n");
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
