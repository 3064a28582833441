let hasInput = false;

/** Starts to record what the person enters. @returns a function that stops */
export function watchInput(): () => void {
  const record = (): void => {
    hasInput = true;
  };
  document.addEventListener("input", record, { capture: true });
  return () => document.removeEventListener("input", record, { capture: true });
}

/** Forgets what was entered, because another page was opened. */
export function forgetInput(): void {
  hasInput = false;
}

/** Whether leaving the page would lose something: what the person entered, or a secret that is shown only once. */
export function hasSomethingToLose(): boolean {
  return hasInput || document.querySelector("[data-secret]") !== null;
}
