/** A sentence that violates a rule on purpose. */
interface Exception {
  readonly file: string;
  readonly rule: string;
  /** A part of the sentence. */
  readonly text: string;
  readonly reason: string;
}

/** The check fails for an exception that is no longer needed. */
export const EXCEPTIONS: readonly Exception[] = [];
