import type { Violation } from "./types.ts";

/** A validator as Ajv compiles it: it leaves what it found on itself. */
export interface CompiledValidator {
  (data: unknown): boolean;
  errors?: readonly CompiledError[] | null;
}

/** An error as Ajv words it. */
export interface CompiledError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** The most violations that one answer lists: a hostile body could break the contract a million times. */
const MOST = 100;

/** Judges a value; no violations means that it is as the contract says. */
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

/** A missing or superfluous member is pointed at itself, not at the object around it. */
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
      return "is not a member that is known here; leave it out or correct its name";
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
