import type { OperationId } from "@sinkove/contract";
import { contractExamples } from "../generated/contract-examples.ts";

/** A response of the contract, as its examples show it. */
export interface ContractExample {
  readonly status: number;
  readonly name: string;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** `Prefer: code=429`, `Prefer: example=Name` or both (RFC 7240); undefined where neither is asked for. */
export function preferenceOf(headers: Headers): { code?: number; example?: string } | undefined {
  const members = (headers.get("prefer") ?? "").split(/[,;]/).map((part) => part.trim().split("="));
  const { code, example } = Object.fromEntries(members);
  if (!/^\d{3}$/.test(code ?? "") && !example) return undefined;
  return { ...(code ? { code: Number(code) } : {}), ...(example ? { example } : {}) };
}

/** The first example that a preference means; undefined where the contract has none. */
export function findExample(
  operationId: OperationId,
  { code, example }: { readonly code?: number; readonly example?: string },
): ContractExample | undefined {
  return contractExamples[operationId]?.find(
    ({ status, name }) =>
      (code === undefined || status === code) && (example === undefined || name === example),
  );
}
