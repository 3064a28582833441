import { type KeyboardEvent, type ReactNode, useRef } from "react";
import type { Language } from "../../../plugins/examples/example-files.ts";
import styles from "./example.module.css";
import { chooseLanguage } from "./language-choice.ts";
import type { ShownLanguage } from "./languages.ts";

export function tabOf(id: string, language: Language): string {
  return `${id}-tab-${language}`;
}

export function panelOf(id: string, language: Language): string {
  return `${id}-panel-${language}`;
}

export interface TabListProps {
  readonly id: string;
  readonly languages: readonly ShownLanguage[];
  readonly shown: Language;
}

/** Tabs by the pattern of the ARIA guide: one stop of the Tab key, arrows between them. */
export function TabList({ id, languages, shown }: TabListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const index = languages.findIndex(({ language }) => language === shown);
    const last = languages.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowLeft: index === 0 ? last : index - 1,
      ArrowRight: index === last ? 0 : index + 1,
      Home: 0,
      End: last,
    };
    const next = languages[places[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    chooseLanguage(next.language);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.language}"]`)?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label="Language" ref={list}>
      {languages.map(({ language, label }) => (
        <button
          key={language}
          type="button"
          role="tab"
          id={tabOf(id, language)}
          data-tab={language}
          className={styles.tab}
          aria-selected={language === shown}
          aria-controls={panelOf(id, language)}
          tabIndex={language === shown ? 0 : -1}
          onClick={() => chooseLanguage(language)}
          onKeyDown={move}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
