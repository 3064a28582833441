import type {
  ContractContent,
  ContractOperation,
  ContractResponse,
} from "@sinkove/openapi/contract";
import { meaningsOf } from "./contract.ts";
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
  /** Absent if the body is a file. */
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

export function viewParameters({ parameters }: ContractOperation): readonly ParameterView[] {
  return parameters.map(({ name, in: place, required, description, schema, example }) => ({
    ...viewSchema(schema),
    name,
    in: place,
    required,
    description,
    ...(example !== undefined && { example: String(example) }),
  }));
}

export function viewRequestBody({ body }: ContractOperation): BodyView | undefined {
  return body && viewBody(body);
}

export function viewSuccesses({ responses }: ContractOperation): readonly SuccessView[] {
  return responses.filter(isSuccess).map(({ status, description, headers, content }) => ({
    status: String(status),
    description,
    headers: headers.map(({ name }) => name),
    ...(content && { body: viewBody(content) }),
  }));
}

export function viewErrors({ responses }: ContractOperation): readonly ErrorView[] {
  const meanings = meaningsOf("ErrorCode");
  const errors = responses.filter((response) => !isSuccess(response));
  return errors.map(({ status, codes }) => ({
    status: String(status),
    codes: codes.map((code) => ({ code, meaning: meanings[code] ?? "" })),
  }));
}

function isSuccess({ status }: ContractResponse): boolean {
  return status < 400;
}

function viewBody({ mediaType, schema, examples }: ContractContent): BodyView {
  return {
    mediaType,
    ...(schema && { schema: viewSchema(schema) }),
    examples: examples.map(({ name, summary, value }) => {
      return { name, summary, value: JSON.stringify(value, null, 2) };
    }),
  };
}
