import { type Operation, operations } from "@sinkove/contract";
import type { ContractExamples } from "./contract-examples.ts";

/** The example that a client prefers. */
interface Preference {
  readonly code: number | undefined;
  readonly example: string | undefined;
}

/**
 * Answers `Prefer: code=429` and `Prefer: example=Name` (RFC 7240) with the contract's examples, like the mock server.
 *
 * @param path the path of the request, without the sandbox's own path
 * @returns undefined if the request has no such preference, or the contract has no such example
 */
export function exampleFor(
  { method, headers }: Pick<Request, "method" | "headers">,
  path: string,
  examples: ContractExamples,
): Response | undefined {
  const preference = preferenceOf(headers);
  if (!preference) return undefined;
  const unversioned = path.replace(/^\/v1(?=\/)/, "");
  const operation = Object.values(operations).find((each) => isAt(each, method, unversioned));
  return operation && find(operation, preference, examples);
}

function preferenceOf(headers: Headers): Preference | undefined {
  const members = (headers.get("prefer") ?? "")
    .split(/[,;]/)
    .map((part) => part.trim().split(/\s*=\s*/, 2));
  const { code, example }: Record<string, string | undefined> = Object.fromEntries(members);
  const isCode = /^\d{3}$/.test(code ?? "");
  return isCode || example ? { code: isCode ? Number(code) : undefined, example } : undefined;
}

function find(
  { responses }: Operation,
  { code, example }: Preference,
  examples: ContractExamples,
): Response | undefined {
  for (const [status, name] of Object.entries(responses)) {
    const response = examples[name];
    if (!response || (code !== undefined && Number(status) !== code)) continue;
    const { headers, mediaType, bodies } = response;
    const body = bodies.find((each) => example === undefined || each.name === example);
    if (!body && example !== undefined) continue;
    const type = mediaType === undefined ? {} : { "Content-Type": mediaType };
    const text = body === undefined ? null : JSON.stringify(body.value);
    return new Response(text, { status: Number(status), headers: { ...headers, ...type } });
  }
  return undefined;
}

function isAt({ method, path }: Operation, asked: string, pathname: string): boolean {
  if (method !== asked) return false;
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(pathname);
}
