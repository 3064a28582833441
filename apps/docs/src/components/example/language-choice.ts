import { useSyncExternalStore } from "react";
import type { Language } from "../../../plugins/examples/example-files.ts";
import { shownLanguages } from "./languages.ts";

const NAME = "sinkove-language";
const listeners = new Set<() => void>();
let chosen: Language | undefined;

/** The language that the reader chose, on this page or on an earlier one; every example follows it. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, current, () => "ts");
}

export function chooseLanguage(language: Language): void {
  chosen = language;
  try {
    localStorage.setItem(NAME, language);
  } catch {
    // Where storage is forbidden, the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function current(): Language {
  chosen ??= recall();
  return chosen;
}

function recall(): Language {
  try {
    const remembered = localStorage.getItem(NAME);
    return shownLanguages.find(({ language }) => language === remembered)?.language ?? "ts";
  } catch {
    return "ts";
  }
}

function subscribe(listener: () => void): () => void {
  // Another tab's choice.
  const hear = ({ key }: StorageEvent): void => {
    if (key !== NAME) return;
    chosen = undefined;
    listener();
  };
  listeners.add(listener);
  globalThis.addEventListener("storage", hear);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener("storage", hear);
  };
}
