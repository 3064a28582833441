import { ApiError } from "./problem.ts";

const JSON_TYPES = ["application/json", "application/*", "*/*"];

/** @throws ApiError NOT_ACCEPTABLE if `Accept` excludes JSON (RFC 9110, section 12.5.1) */
export function requireJsonAccepted(accept: string | null): void {
  // Nearly all clients send one of these.
  if (accept === null || accept === "application/json" || accept === "*/*") return;
  if (accept.trim() === "") return;
  const ranges = accept.split(",").map(readRange);
  for (const type of JSON_TYPES) {
    const quality = ranges.find((range) => range.type === type)?.quality;
    if (quality === undefined) continue;
    if (quality > 0) return;
    break;
  }
  const detail = "The response is JSON, which the Accept header excludes. Accept application/json.";
  throw new ApiError("NOT_ACCEPTABLE", detail);
}

function readRange(text: string): { type: string; quality: number } {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  return { type, quality: weight === undefined ? 1 : Number(weight.slice(2)) };
}
