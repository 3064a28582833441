import {
  contract,
  type LocatedOperation,
  lookUp,
  type MediaType,
  nameOf,
  type Response,
  type Schema,
} from "./contract-document.ts";
import { type MemberView, type SchemaView, viewSchema } from "./schema-view.ts";

export interface ParameterView extends MemberView {
  readonly in: "path" | "query" | "header";
  readonly example?: string;
}

export interface ExampleView {
  readonly name: string;
  readonly summary: string;
  readonly value: string;
}

export interface BodyView {
  readonly mediaType: string;
  /** Absent where the body is a file. */
  readonly schema?: SchemaView;
  readonly examples: readonly ExampleView[];
}

export interface SuccessView {
  readonly status: string;
  readonly description: string;
  readonly headers: readonly string[];
  readonly body?: BodyView;
}

export interface ErrorView {
  readonly status: string;
  readonly codes: readonly { readonly code: string; readonly meaning: string }[];
}

export function viewParameters({ parameters }: LocatedOperation): readonly ParameterView[] {
  return parameters.map(({ name, in: place, required = false, description, schema, example }) => ({
    ...viewSchema(schema),
    name,
    in: place,
    required,
    description: description.trim(),
    ...(example !== undefined && { example: String(example) }),
  }));
}

export function viewRequestBody({ operation }: LocatedOperation): BodyView | undefined {
  return operation.requestBody && viewBody(operation.requestBody.content);
}

export function viewSuccesses({ operation }: LocatedOperation): readonly SuccessView[] {
  return responsesOf(operation.responses, (status) => status < 400).map(([status, response]) => {
    const body = response.content && viewBody(response.content);
    return {
      status,
      description: response.description.trim(),
      headers: Object.keys(response.headers ?? {}),
      ...(body && { body }),
    };
  });
}

export function viewErrors({ operation }: LocatedOperation): readonly ErrorView[] {
  const meanings = contract.components.schemas.ErrorCode?.["x-enumDescriptions"] ?? {};
  return responsesOf(operation.responses, (status) => status >= 400).map(([status, response]) => ({
    status,
    codes: codesOf(response).map((code) => ({ code, meaning: meanings[code] ?? "" })),
  }));
}

/** The error codes that a response can have: the `enum` that narrows `code`. */
export function codesOf({ content }: Response): readonly string[] {
  const schema = content?.["application/problem+json"]?.schema;
  return (schema?.allOf ?? []).flatMap((part: Schema) => part.properties?.code?.enum ?? []);
}

function responsesOf(
  responses: LocatedOperation["operation"]["responses"],
  wanted: (status: number) => boolean,
): readonly (readonly [string, Response])[] {
  return Object.entries(responses)
    .filter(([status]) => wanted(Number(status)))
    .map(([status, reference]) => [status, lookUp("responses", reference)]);
}

function viewBody(content: Readonly<Record<string, MediaType>>): BodyView | undefined {
  const [first] = Object.entries(content);
  if (first === undefined) return undefined;
  const [mediaType, { schema, examples = {} }] = first;
  return {
    mediaType,
    ...(schema && { schema: viewSchema(schema) }),
    examples: viewExamples(examples),
  };
}

function viewExamples(examples: NonNullable<MediaType["examples"]>): readonly ExampleView[] {
  return Object.values(examples).map((reference) => {
    const { summary, value } = lookUp("examples", reference);
    return { name: nameOf(reference), summary, value: JSON.stringify(value, null, 2) };
  });
}
