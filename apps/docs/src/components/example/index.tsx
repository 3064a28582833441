import { type ReactNode, useId, useState } from "react";
import type { Language } from "../../../plugins/examples/example-files.ts";
import type { FormView } from "../../../plugins/reference/form-view.ts";
import { CodeBlock } from "../code/code-block.tsx";
import { panelOf, TabList, tabOf } from "../tabs/tab-list.tsx";
import styles from "./example.module.css";
import { BodyForm } from "./form/body-form.tsx";
import { languageChoice, shownLanguages } from "./languages.ts";
import { Program } from "./program.tsx";
import { usePreparation } from "./site-playground.ts";

export interface ExampleProps {
  /** The example's name. A remark plugin reads its files `examples/<name>.{ts,sh,py}` into `code`. */
  readonly name?: string;
  /** Highlighted HTML by language. */
  readonly code?: Readonly<Partial<Record<Language, string>>>;
  /** A form for the request's body. */
  readonly form?: FormView;
}

/** An example in several languages, of which one is shown. It runs in the page. */
export function Example({ name = "example", code = {}, form }: ExampleProps): ReactNode {
  const id = useId();
  const wanted = languageChoice.use();
  const present = shownLanguages.filter((tab) => code[tab.name] !== undefined);
  const shown = present.find((tab) => tab.name === wanted) ?? present[0];
  usePreparation(shown?.name);
  if (!shown) return null;
  return (
    <section
      className={styles.example}
      aria-label={`Example: ${name.replaceAll("-", " ")}`}
      data-runnable={name}
    >
      <TabList
        id={id}
        label="Language"
        tabs={present}
        shown={shown.name}
        onChoose={languageChoice.choose}
      />
      {present.map((each) => (
        <Panel
          key={each.name}
          id={id}
          language={each.name}
          isShown={each === shown}
          name={`${name}.${each.name}`}
          html={code[each.name] ?? ""}
        />
      ))}
      {form && <BodyForm form={form} code={code} />}
    </section>
  );
}

interface PanelProps {
  readonly id: string;
  readonly language: Language;
  readonly isShown: boolean;
  readonly name: string;
  readonly html: string;
}

/**
 * The program of a language. Until the reader selects it, it contains only the code. Later it stays, with its output.
 */
function Panel({ id, language, isShown, name, html }: PanelProps): ReactNode {
  const [wasShown, setShown] = useState(isShown);
  if (isShown && !wasShown) setShown(true);
  return (
    <div
      role="tabpanel"
      id={panelOf(id, language)}
      aria-labelledby={tabOf(id, language)}
      hidden={!isShown}
      data-language={language}
    >
      {wasShown ? (
        <Program name={name} html={html} language={language} />
      ) : (
        <CodeBlock language={language} html={html} />
      )}
    </div>
  );
}
