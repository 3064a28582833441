import type { ContractOperation } from "@sinkove/openapi/contract";
import { calleesOf, pythonCallee, typescriptCallee } from "@sinkove/sdk-generator/callees";
import { pythonArgumentName, sdkModelOf, snakeCase } from "@sinkove/sdk-generator/sdk-model";
import type { Samples } from "../examples/example-files.ts";
import { bodyLiteral } from "./body-literals.ts";
import { contract } from "./contract.ts";
import { curl, type Need, pythonNeeds, shellNeeds, typescriptNeeds } from "./sample-needs.ts";

/** The call of a sample in each language, and the resources that it needs. */
interface SampleCall {
  readonly needs: readonly Need[];
  readonly ts: string;
  readonly py: string;
}

/** Returns the samples of an operation in each language. A sample creates the resources that its call needs first. */
export function sampleOperation(operation: ContractOperation): Samples {
  const call = callOf(operation);
  const body = operation.body?.examples[0]?.value;
  return {
    ts: typescriptSample(call, operation),
    sh: shellSample(call, operation, body),
    py: pythonSample(call, operation),
  };
}

/** Markdown that says how to call the operations that have no method in the SDKs. */
export const WITHOUT_SAMPLE: Readonly<Record<string, string>> = {
  reportApiKeyLeak:
    "The SDKs have no method for this: you need no account. [Report a key with curl](/guides/leaked-keys#report).",
  reportGithubLeaks:
    "Only GitHub sends this request, and signs it. [Run the endpoint for GitHub](/guides/leaked-keys#github).",
};

const callees = calleesOf(contract, sdkModelOf(contract));

/** Returns the call of the operation's method, with the first example of the body in the contract. */
function callOf(operation: ContractOperation): SampleCall {
  const callee = callees.find(({ operationId }) => operationId === operation.id);
  const needs = needsOf(operation);
  if (!callee && operation.id !== "downloadFile")
    throw new Error(`${operation.id} has no SDK method. Say in WITHOUT_SAMPLE how to call it.`);
  // The method for downloads is hand-written, so it is not among the generated ones.
  if (!callee)
    return {
      needs: ["readyDataset"],
      ts: "sinkove.datasets.download(dataset.id)",
      py: "client.datasets.download(dataset.id)",
    };
  const { path } = callee.method;
  const [body] = operation.body?.examples ?? [];
  const notation = { method: operation.method, pythonName: pythonArgumentName };
  const ts = path.map(({ name }) => expressionFor(name, "ts"));
  const py = path.map(({ name }) => expressionFor(name, "py"));
  if (body) {
    ts.push(bodyLiteral("ts", notation, body.value));
    py.push(bodyLiteral("py", notation, body.value));
  }
  return {
    needs,
    ts: `${typescriptCallee(callee, ({ name }) => expressionFor(name, "ts"))}(${ts.join(", ")})`,
    py: `${pythonCallee(callee, ({ name }) => expressionFor(name, "py"))}(${py.join(", ")})`,
  };
}

const needOfParameter: Readonly<Record<string, Need>> = {
  accountId: "member",
  apiKeyId: "apiKey",
  datasetId: "dataset",
  invitationId: "invitation",
  modelId: "model",
  organizationId: "organization",
  requestId: "request",
  webhookDeliveryId: "webhookDelivery",
  webhookEndpointId: "webhookEndpoint",
};

/** Resources that are not in the path, but without which the response would be empty. */
const furtherNeeds: Readonly<Record<string, readonly Need[]>> = {
  listInvitations: ["anyInvitation"],
  listRequests: ["anyRequest"],
  listWebhookDeliveries: ["webhookDelivery"],
};

/** The fields that a sample prints, for operations whose responses differ in each run. */
const shownMembers: Readonly<Record<string, readonly string[]>> = {
  listRequests: ["operation", "status"],
  getRequest: ["operation", "status"],
  listWebhookDeliveries: ["webhookEndpointId", "createdAt"],
  replayWebhookDelivery: ["webhookEndpointId", "status"],
};

/** @throws Error if a sample has no value for a parameter of the path */
function needsOf({ id, parameters, responses }: ContractOperation): readonly Need[] {
  const isForReady = responses.some(({ codes }) => codes.includes("DATASET_NOT_READY"));
  const names = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  const inPath = names.flatMap((name): Need[] => {
    const need = needOfParameter[name];
    // Keep the organization of the sandbox, because other examples need it.
    if (id === "deleteOrganization") return ["newOrganization"];
    if (need) return [need === "dataset" && isForReady ? "readyDataset" : need];
    if (id === "downloadFile") return [];
    throw new Error(`Say in plugins/reference/samples.ts how a sample gets a ${name}, for ${id}.`);
  });
  return [...inPath, ...(furtherNeeds[id] ?? [])];
}

/** Returns an expression such as `dataset.id`. A model has no variable of its own, only its ID. */
function expressionFor(parameter: string, language: "ts" | "py"): string {
  const named = (name: string): string => (language === "py" ? snakeCase(name) : name);
  if (parameter === "modelId") return named(parameter);
  if (parameter === "accountId") return `member.${named(parameter)}`;
  return `${named(parameter.replace(/Id$/, ""))}.id`;
}

function typescriptSample(call: SampleCall, operation: ContractOperation) {
  return [
    'import { Sinkove } from "@sinkove/sdk";\n',
    "const sinkove = new Sinkove(); // SINKOVE_API_KEY, SINKOVE_API_URL",
    ...call.needs.map((need) => typescriptNeeds[need]),
    typescriptUse(operation, call.ts),
  ].join("\n");
}

function typescriptUse(operation: ContractOperation, expression: string): string {
  const members = shownMembers[operation.id];
  const shown = members?.map((name) => `item.${name}`).join(", ") ?? "item";
  if (operation.isList)
    return `for await (const item of ${expression}) {\n  console.log(${shown});\n}`;
  if (members) return `const item = await ${expression};\nconsole.log(${shown});`;
  if (operation.method === "DELETE") return `await ${expression};\nconsole.log("deleted");`;
  if (operation.sdk) return `console.log(await ${expression});`;
  return `const archive = await ${expression};\nconsole.log(archive.length, "bytes");`;
}

function pythonSample(call: SampleCall, operation: ContractOperation): string {
  return [
    "import sinkove as sk\n",
    "client = sk.client()  # SINKOVE_API_KEY, SINKOVE_API_URL",
    ...call.needs.map((need) => pythonNeeds[need]),
    pythonUse(operation, call.py),
  ].join("\n");
}

function pythonUse(operation: ContractOperation, expression: string): string {
  const members = shownMembers[operation.id];
  const shown = members?.map((name) => `item.${snakeCase(name)}`).join(", ") ?? "item";
  if (operation.isList) return `for item in ${expression}:\n    print(${shown})`;
  if (members) return `item = ${expression}\nprint(${shown})`;
  if (operation.method === "DELETE") return `${expression}\nprint("deleted")`;
  return operation.sdk ? `print(${expression})` : `print(len(${expression}), "bytes")`;
}

function shellSample(call: SampleCall, operation: ContractOperation, body: unknown) {
  const { id, method, path, sdk, isList } = operation;
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => `$${shellName(name)}`);
  const needs = call.needs.map((need) => shellNeeds[need]);
  const members = shownMembers[id]?.join(", ");
  if (members) {
    const filter = `${isList ? ".[] | " : ""}{${members}}`;
    return [...needs, `${curl(method, address, body, "-s ")} | jq -c '${filter}'`].join("\n");
  }
  if (sdk) return [...needs, curl(method, address, body)].join("\n");
  const url = curl("GET", "/datasets/$DATASET_ID/urls/download", undefined, "-s ");
  return [...needs, `URL=$(${url} | jq -r '.URL')`, 'curl -o dataset.zip "$URL"'].join("\n");
}

/** Converts `datasetId` to `DATASET_ID`. */
function shellName(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
