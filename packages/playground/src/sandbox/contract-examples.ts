import type { Contract, ContractExample, ContractHeader } from "@sinkove/openapi/contract";

/** How the contract shows a response. */
export interface ResponseExamples {
  /** Those that are always there. */
  readonly headers: Readonly<Record<string, string>>;
  readonly mediaType: string | undefined;
  readonly bodies: readonly Pick<ContractExample, "name" | "value">[];
}

/** Examples by the name of the contract's response component. */
export type ContractExamples = Readonly<Record<string, ResponseExamples>>;

/** Headers that describe a body, which an example's would contradict. */
const DESCRIBING = ["Content-Length"];

/** The examples of every response of the contract. */
export function contractExamples({ operations }: Contract): ContractExamples {
  const responses = operations.flatMap((operation) => operation.responses);
  const entries = responses.map(({ name, headers, content }) => {
    const bodies = (content?.examples ?? []).map(({ name: example, value }) => ({
      name: example,
      value,
    }));
    return [name, { headers: promised(headers), mediaType: content?.mediaType, bodies }] as const;
  });
  return Object.fromEntries(entries);
}

function promised(headers: readonly ContractHeader[]): Record<string, string> {
  const kept = headers.flatMap(({ name, required, example }) =>
    required && !DESCRIBING.includes(name) ? [[name, `${example}`]] : [],
  );
  return Object.fromEntries(kept);
}
