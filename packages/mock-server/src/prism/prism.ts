// Prism's own types are used only in this folder.
import { createInstance, type IHttpConfig, ProblemJsonError } from "@stoplight/prism-http";
import { readPrefer } from "./prefer.ts";
import { readOperations } from "./prism-operations.ts";
import { type PrismRequest, toPrism } from "./prism-request.ts";

/** Prism's result: a response from the contract, or an error. */
export type PrismAnswer =
  | { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown }
  | { readonly refused: { readonly status: number; readonly detail: string } };

/** Answers a request with the contract's examples. */
export type Prism = (request: PrismRequest) => Promise<PrismAnswer>;

// Prism logs every step, which takes much of its time, so it gets a logger that does nothing.
const silent = new Proxy(
  {},
  { get: (_, name) => (name === "child" ? () => silent : () => undefined) },
);

/** Prepares Prism for a bundled OpenAPI document. */
export async function createPrism(document: object): Promise<Prism> {
  const operations = await readOperations(document);
  const prism = createInstance(configFor({}), { logger: silent as never });
  return async (request) => {
    const result = await prism.request(
      toPrism(request),
      operations,
      configFor(preferences(request)),
    )();
    if (result._tag === "Left") return { refused: refusal(result.left) };
    const { statusCode, headers, body } = result.right.output;
    return { status: statusCode, headers: texts(headers ?? {}), body };
  };
}

/** Creates a new object for each request, because Prism stores the request's `Accept` in it. */
function configFor(mock: Partial<IHttpConfig["mock"]>): IHttpConfig {
  return {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false, ...mock },
  };
}

/** Converts a client's preferences to Prism's options. */
function preferences({ headers }: PrismRequest): Partial<IHttpConfig["mock"]> {
  const { code, example, dynamic } = readPrefer(headers.get("prefer"));
  return {
    ...(code === undefined ? {} : { code }),
    ...(example === undefined ? {} : { exampleKey: example }),
    ...(dynamic === undefined ? {} : { dynamic }),
  };
}

/** The error for an operation without responses, which OpenAPI 3.1 allows. */
const NO_RESPONSE = "The contract declares no response for this operation. Declare one.";

function refusal(error: Error) {
  if (error instanceof ProblemJsonError) {
    return { status: error.status, detail: error.detail || NO_RESPONSE };
  }
  return { status: 500, detail: error.message };
}

function texts(headers: Record<string, unknown>): Record<string, string> {
  const present = Object.entries(headers).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}
