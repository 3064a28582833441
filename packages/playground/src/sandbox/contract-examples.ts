import type { Contract, ContractExample, ContractHeader } from "@sinkove/openapi/contract";

/** The examples of a response in the contract. */
export interface ResponseExamples {
  /** The required headers. */
  readonly headers: Readonly<Record<string, string>>;
  readonly mediaType: string | undefined;
  readonly bodies: readonly Pick<ContractExample, "name" | "value">[];
}

/** The examples by the name of the response component. */
export type ContractExamples = Readonly<Record<string, ResponseExamples>>;

/** Headers that describe the body. Their examples would contradict the actual body. */
const DESCRIBING = ["Content-Length"];

/** Collects the examples of every response of the contract. */
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
