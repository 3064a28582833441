import type { Violation } from "./types.ts";

/** A validator that Ajv compiled. It stores the errors of the last call in its property `errors`. */
export interface CompiledValidator {
  (data: unknown): boolean;
  errors?: readonly CompiledError[] | null;
}

/** An error of Ajv. */
export interface CompiledError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** The maximum number of violations in a response, because a hostile body could have millions. */
const MOST = 100;

/** Validates a value. Returns no violations if the value follows the contract. */
export function judge(validator: CompiledValidator | undefined, data: unknown): Violation[] {
  if (!validator || validator(data)) return [];
  return (validator.errors ?? []).slice(0, MOST).map(describe);
}

function describe(error: CompiledError): Violation {
  return {
    pointer: error.instancePath + memberOf(error),
    detail: wordingOf(error),
    keyword: error.keyword,
  };
}

/** Returns the pointer segment of a missing or unknown field, so that the pointer leads to the field itself. */
function memberOf({ params }: CompiledError): string {
  const member = params.missingProperty ?? params.additionalProperty;
  return typeof member === "string" ? `/${escapePointer(member)}` : "";
}

function escapePointer(member: string): string {
  return member.replaceAll("~", "~0").replaceAll("/", "~1");
}

function wordingOf({ keyword, params, message }: CompiledError): string {
  switch (keyword) {
    case "required":
      return "is missing";
    case "additionalProperties":
      return "is not a known field; remove it or correct its name";
    case "enum":
      return `must be one of: ${(params.allowedValues as readonly unknown[]).join(", ")}`;
    case "const":
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case "type":
      return `must be of type ${[params.type].flat().join(" or ")}`;
    case "format":
      return `must be a valid ${params.format}`;
    case "minimum":
      return `must be at least ${params.limit}`;
    case "maximum":
      return `must be at most ${params.limit}`;
    case "uniqueItems":
      return `must not repeat an item (items ${params.j} and ${params.i} are equal)`;
    default:
      return message ?? "breaks the contract";
  }
}
