import { Validator } from "@cfworker/json-schema";
import type { Violation } from "@sinkove/contract";
import { ApiError, validationError } from "../http/problem.ts";
import type { ModelRecord } from "../store/records.ts";

/** A requested dataset. */
export interface Order {
  readonly numSamples: number;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * Whether an organization may use a model.
 *
 * @throws ApiError INVALID_MODEL
 */
export function requireUsable(
  model: ModelRecord | undefined,
  modelId: string,
  organizationId: string,
): ModelRecord {
  const isUsable = model?.organizationId === null || model?.organizationId === organizationId;
  if (model && isUsable) return model;
  const detail = `The modelId ${modelId} names no model that this organization may use. List them with GET /models.`;
  throw new ApiError("INVALID_MODEL", detail);
}

/** @throws ApiError VALIDATION_ERROR with all violations of the model's rules */
export function requireAcceptable(model: ModelRecord, { numSamples, args }: Order): void {
  const violations = [...tooMany(model, numSamples), ...wrongArgs(model, args)];
  if (violations.length > 0) throw validationError(violations);
}

function tooMany({ maxSamples }: ModelRecord, numSamples: number): Violation[] {
  if (numSamples <= maxSamples) return [];
  const detail = `must be at most ${maxSamples} with this model`;
  return [{ pointer: "/numSamples", detail, keyword: "maximum" }];
}

/**
 * Interpreted, not compiled, because the API also runs where code generation from strings is
 * forbidden.
 */
function wrongArgs({ argsSchema }: ModelRecord, args: Order["args"]): Violation[] {
  const { errors } = validatorOf(argsSchema).validate(args);
  const causes = errors.filter(({ keyword }) => !COLLECTIONS.has(keyword));
  return (causes.length > 0 ? causes : errors).map(({ instanceLocation, keyword, error }) => ({
    pointer: `/args${instanceLocation.replace(/^#/, "")}`,
    detail: `${error} The model's argsSchema says what is right.`,
    keyword,
  }));
}

type ArgsSchema = ModelRecord["argsSchema"];

/**
 * By the text of their schemas, because a store may read a model again for each order. Resolving the references of a
 * schema costs more than validating the arguments of an order.
 */
const validators = new Map<string, Validator>();

/** If there are this many validators, they are dropped. */
const MOST = 1000;

function validatorOf(argsSchema: ArgsSchema): Validator {
  const text = JSON.stringify(argsSchema);
  const known = validators.get(text);
  if (known) return known;
  if (validators.size >= MOST) validators.clear();
  const validator = new Validator(argsSchema, "2020-12", false);
  validators.set(text, validator);
  return validator;
}

/** Keywords whose errors only repeat an error of a nested schema. */
const COLLECTIONS: ReadonlySet<string> = new Set(["properties", "items", "allOf", "$ref", "false"]);
