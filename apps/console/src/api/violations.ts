import { ProblemError } from "./problem-error.ts";

/** What an error says about the fields of a request, by JSON Pointer: the first violation of each. */
export function violationsOf(error: unknown): Readonly<Record<string, string>> {
  const violations = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return Object.fromEntries(
    violations.toReversed().map(({ pointer, detail }) => [pointer, sentence(detail)]),
  );
}

/** What is wrong with a field, such as "must not be empty", as a sentence. */
export function sentence(detail: string): string {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
