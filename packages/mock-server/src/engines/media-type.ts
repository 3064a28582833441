import { type OperationId, operations, type Violation } from "@sinkove/contract";

/** The media type of an operation's response with a status, according to the contract. Undefined if it has no body. */
function mediaTypeOf(operationId: OperationId, status: number): string | undefined {
  if (status === 204 || status === 304) return undefined;
  if (status >= 400) return "application/problem+json";
  return operations[operationId].mediaType ?? undefined;
}

/** Checks that a response's media type is the one in the contract. */
export function judgeMediaType(
  operationId: OperationId,
  { status, mediaType }: { readonly status: number; readonly mediaType: string | undefined },
): Violation[] {
  const expected = mediaTypeOf(operationId, status);
  if (expected === undefined || mediaType === expected) return [];
  const detail = `must be ${expected}, not ${mediaType ?? "absent"}`;
  return [{ pointer: "/headers/content-type", detail, keyword: "mediaType" }];
}

/** Returns a media type without its parameters. */
export function essenceOf(header: string | null): string | undefined {
  return header?.split(";")[0]?.trim().toLowerCase();
}

/** Whether a media type is in a range such as `text/*`. */
export function isInRange(type: string, range: string): boolean {
  const wanted = essenceOf(range) ?? "";
  if (wanted === "*/*") return true;
  return wanted.endsWith("/*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
