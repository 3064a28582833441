import { useCallback, useRef, useState } from "react";

interface Submission {
  readonly error: unknown;
  readonly isRunning: boolean;
  /** Runs the work of a form and keeps its error for FormError. Does nothing while the form is already being sent. */
  readonly submit: (work: () => Promise<void>) => Promise<void>;
}

/**
 * The state of sending a form. Requests and responses are not cached.
 *
 * @param isStarting whether the form is sent immediately, without a click
 */
export function useSubmission(isStarting = false): Submission {
  const [error, setError] = useState<unknown>();
  const [isRunning, setRunning] = useState(isStarting);
  // A ref, because a second click can come before the state is rendered.
  const isBusy = useRef(false);
  const submit = useCallback(async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setRunning(true);
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    } finally {
      isBusy.current = false;
      setRunning(false);
    }
  }, []);
  return { error, isRunning, submit };
}
