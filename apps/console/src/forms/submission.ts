import { useCallback, useRef, useState } from "react";

interface Submission {
  readonly error: unknown;
  readonly isRunning: boolean;
  /** Does the work of a form. Its error is kept for FormError; a second call while it runs does nothing. */
  readonly submit: (work: () => Promise<void>) => Promise<void>;
}

/**
 * The state of a form that is being sent. What it sends and gets is kept in no cache.
 *
 * @param isStarting whether something is sent at once, without a click
 */
export function useSubmission(isStarting = false): Submission {
  const [error, setError] = useState<unknown>();
  const [isRunning, setRunning] = useState(isStarting);
  // Not the state: two clicks can come before it is rendered.
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
