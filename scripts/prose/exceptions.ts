/** A sentence that stays as it is although a rule speaks against it. */
interface Exception {
  readonly file: string;
  readonly rule: string;
  /** A part of the sentence. */
  readonly text: string;
  readonly reason: string;
}

/** Each has to be needed: one whose sentence has gone fails the check. */
export const EXCEPTIONS: readonly Exception[] = [];
