/** An example answer of the contract. */
interface ExampleBody {
  readonly name: string;
  readonly value: unknown;
}

/** How the contract shows a response. */
export interface ResponseExamples {
  /** Those that are always there. */
  readonly headers: Readonly<Record<string, string>>;
  readonly mediaType: string | undefined;
  readonly bodies: readonly ExampleBody[];
}

/** Examples by the name of the contract's response component. */
export type ContractExamples = Readonly<Record<string, ResponseExamples>>;

interface Reference {
  readonly $ref: string;
}

/** The parts of the contract's bundle that are read here. */
export interface DescribedExamples {
  readonly components: {
    readonly headers: Readonly<
      Record<string, { readonly required?: boolean; readonly example?: unknown }>
    >;
    readonly examples: Readonly<Record<string, { readonly value?: unknown }>>;
    readonly responses: Readonly<
      Record<
        string,
        {
          readonly headers?: Readonly<Record<string, Reference>>;
          readonly content?: Readonly<
            Record<string, { readonly examples?: Readonly<Record<string, Reference>> }>
          >;
        }
      >
    >;
  };
}

/** Headers that describe a body, which an example's would contradict. */
const DESCRIBING = ["Content-Length"];

/** Takes the example answers out of the contract's bundle. */
export function contractExamples({ components }: DescribedExamples): ContractExamples {
  const entries = Object.entries(components.responses).map(
    ([name, { headers = {}, content = {} }]) => {
      const [[mediaType, { examples = {} } = {}] = []] = Object.entries(content);
      const bodies = Object.entries(examples).map(([example, { $ref }]) => ({
        name: example,
        value: components.examples[nameOf($ref)]?.value,
      }));
      return [name, { headers: promised(headers, components), mediaType, bodies }] as const;
    },
  );
  return Object.fromEntries(entries);
}

function promised(
  headers: Readonly<Record<string, Reference>>,
  components: DescribedExamples["components"],
): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, { $ref }]) => {
    const header = components.headers[nameOf($ref)];
    return header?.required && !DESCRIBING.includes(name) ? [[name, `${header.example}`]] : [];
  });
  return Object.fromEntries(kept);
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
