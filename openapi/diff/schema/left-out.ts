import type { Side } from "../change.ts";
import type { Schemas } from "./comparison.ts";
import { partsOf } from "./shape.ts";

/** Whether a side is an HTTP request, whoever sends it. */
export function isRequest(side: Side): boolean {
  return side === "request" || side === "delivery";
}

/** The keyword that excludes a member from a side: `readOnly` in requests, `writeOnly` in responses. */
export function exclusionOf(side: Side): "readOnly" | "writeOnly" {
  return isRequest(side) ? "readOnly" : "writeOnly";
}

/** Whether a member is excluded from a side. */
export function isLeftOut(member: Schemas, side: Side): boolean {
  const keyword = exclusionOf(side);
  return member.flatMap((part) => partsOf(part)).some(({ node }) => node[keyword] === true);
}
