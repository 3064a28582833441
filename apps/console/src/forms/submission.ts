import { useState } from "react";

interface Submission {
  readonly error: unknown;
  readonly isRunning: boolean;
  /** Does the work of a form. Its error is kept for FormError; a second call while it runs does nothing. */
  readonly submit: (work: () => Promise<void>) => Promise<void>;
}

/** The state of a form that is being sent. What it sends and gets is kept in no cache. */
export function useSubmission(): Submission {
  const [error, setError] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);
  const submit = async (work: () => Promise<void>): Promise<void> => {
    if (isRunning) return;
    setRunning(true);
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    } finally {
      setRunning(false);
    }
  };
  return { error, isRunning, submit };
}
