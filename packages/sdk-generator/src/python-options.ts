import type { Imports } from "./imports.ts";
import { positionalFirst } from "./python-arguments.ts";
import { type Method, PYTHON_OPTIONS } from "./sdk-model.ts";

interface Option {
  readonly name: (typeof PYTHON_OPTIONS)[number];
  readonly type: string;
  readonly description: string;
  /** Whether None has its own meaning, different from the client's setting. */
  readonly hasNone?: true;
}

const OPTIONS: readonly Option[] = [
  {
    name: "timeout",
    type: "float",
    description:
      "Seconds for each attempt, with its body. None for no limit. Default: the client's.",
    hasNone: true,
  },
  {
    name: "total_timeout",
    type: "float",
    description: "Seconds for all attempts and waits. None for no limit. Default: the client's.",
    hasNone: true,
  },
  {
    name: "max_retries",
    type: "int",
    description: "How often a failed request is sent again. Default: the client's.",
  },
  {
    name: "max_retry_wait",
    type: "float",
    description:
      "The longest wait, in seconds, that the server may ask for. Default: the client's.",
  },
  {
    name: "idempotency_key",
    type: "str",
    description: "Names the request, so that it is done once however often it is sent.",
  },
  {
    name: "headers",
    type: "Mapping[str, str]",
    description: "Sent besides the client's own.",
  },
];

/**
 * Returns the options of a call as parameters of a definition, so that editors show each of them.
 *
 * @throws Error if an argument of the method has the same name as an option
 */
export function optionParameters(imports: Imports, method: Method): string[] {
  const taken = positionalFirst(method).find(({ pythonName }) =>
    PYTHON_OPTIONS.some((option) => option === pythonName),
  );
  if (taken)
    throw new Error(
      `An argument of ${method.operation.id} is called ${taken.pythonName} in Python, as an option of each call is. Give a parameter another name there: \`x-python-name: …\`.`,
    );
  return optionsOf(method).map(({ name, type, hasNone }) => {
    if (type.startsWith("Mapping")) imports.use("Mapping", "collections.abc");
    if (!hasNone) return `${name}: ${type} | None = None`;
    const sentinel = imports.use("FROM_CLIENT", ".._options");
    return `${name}: ${type} | ${imports.use("FromClient", ".._options")} | None = ${sentinel}`;
  });
}

/** Returns the expression that passes on all options as one value. */
export function optionsGiven(imports: Imports, method: Method): string {
  const given = optionsOf(method).map(({ name }) => `${name}=${name}`);
  return `${imports.use("request_options", ".._options")}(${given.join(", ")})`;
}

/** Returns the docstring items of the options. */
export function optionTexts(method: Method): string[] {
  return optionsOf(method).map(({ name, description }) => `${name}: ${description}`);
}

function optionsOf({ operation }: Method): readonly Option[] {
  const isPost = operation.method === "POST";
  return OPTIONS.filter(({ name }) => isPost || name !== "idempotency_key");
}
