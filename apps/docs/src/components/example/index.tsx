import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import type { Language, Samples } from "../../../plugins/examples/example-files.ts";
import { chooseLanguage, useLanguage } from "./language-choice.ts";
import { type ShownLanguage, shownLanguages } from "./languages.ts";
import { Program } from "./program.tsx";
import styles from "./styles.module.css";

export interface ExampleProps {
  /** The example's files, `examples/<name>.{ts,sh,py}`; a remark plugin reads them into `samples`. */
  readonly name?: string;
  readonly samples?: Samples;
}

/** A program in each language, of which one is shown; it runs in the page. */
export function Example({ name = "example", samples = {} }: ExampleProps): ReactNode {
  const id = useId();
  const wanted = useLanguage();
  const present = shownLanguages.filter(({ language }) => samples[language] !== undefined);
  const shown = present.find(({ language }) => language === wanted) ?? present[0];
  if (!shown) return null;
  return (
    <section
      className={styles.example}
      aria-label={`Example: ${name.replaceAll("-", " ")}`}
      data-runnable={name}
    >
      <TabList id={id} languages={present} shown={shown.language} />
      {present.map((each) => (
        <div
          key={each.language}
          role="tabpanel"
          id={panelOf(id, each.language)}
          aria-labelledby={tabOf(id, each.language)}
          hidden={each !== shown}
          data-language={each.language}
        >
          <Program
            name={`${name}.${each.language}`}
            source={samples[each.language] ?? ""}
            shown={each}
          />
        </div>
      ))}
    </section>
  );
}

function tabOf(id: string, language: Language): string {
  return `${id}-tab-${language}`;
}

function panelOf(id: string, language: Language): string {
  return `${id}-panel-${language}`;
}

interface TabListProps {
  readonly id: string;
  readonly languages: readonly ShownLanguage[];
  readonly shown: Language;
}

/** Tabs by the pattern of the ARIA guide: one stop of the Tab key, arrows between them. */
function TabList({ id, languages, shown }: TabListProps): ReactNode {
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
