import { ProblemError } from "./problem-error.ts";

/** Returns the first violation of each field of a request, by JSON Pointer. */
export function violationsOf(error: unknown): Readonly<Record<string, string>> {
  const violations = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return Object.fromEntries(
    violations.toReversed().map(({ pointer, detail }) => [pointer, sentence(detail)]),
  );
}

/** Turns the detail of a violation, such as "must not be empty", into a sentence. */
export function sentence(detail: string): string {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
