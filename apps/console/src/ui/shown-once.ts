import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/**
 * State for a secret that is shown once. It is cleared when the person leaves the console or closes the page, before
 * the browser can keep a copy of the page for its Back button.
 */
export function useShownOnce<T>(): [T | undefined, (value: T | undefined) => void] {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const forget = (): void => flushSync(() => setValue(undefined));
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, []);
  return [value, setValue];
}
