import { useHistory } from "@docusaurus/router";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import styles from "./search.module.css";
import type { StoredSection } from "./search-options.ts";

type Find = (query: string) => readonly StoredSection[];

export interface SearchDialogProps {
  /** Called after the dialog was closed in any way. */
  readonly onClose: () => void;
}

/** A dialog with a search field and results. Follows the combobox pattern of the ARIA guide. */
export function SearchDialog({ onClose }: SearchDialogProps): ReactNode {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const history = useHistory();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const { find, fault } = useIndex(query);
  const results = query.trim() === "" ? [] : (find?.(query) ?? []);
  const selected = results[Math.min(active, results.length - 1)];
  useEffect(() => {
    // The dialog returns the focus to its previous place when it is closed.
    dialog.current?.showModal();
  }, []);
  const open = (section: StoredSection): void => {
    dialog.current?.close();
    history.push(section.url);
  };
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && selected) open(selected);
    if (step === undefined || results.length === 0) return;
    event.preventDefault();
    setActive((index) => (index + step + results.length) % results.length);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, and so does Escape
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Search"
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      <input
        className={styles.field}
        type="text"
        role="combobox"
        aria-label="Search the documentation"
        aria-expanded={results.length > 0}
        aria-controls={`${id}-results`}
        aria-activedescendant={selected && optionOf(id, selected)}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Search guides, operations, errors"
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setActive(0);
        }}
        onKeyDown={move}
      />
      <div role="listbox" id={`${id}-results`} aria-label="Results" className={styles.results}>
        {results.map((section) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          <div
            key={section.url}
            id={optionOf(id, section)}
            role="option"
            aria-selected={section === selected}
            className={styles.result}
            onClick={() => open(section)}
          >
            <span className={styles.page}>
              {section.page}
              {section.heading !== "" && <span> › {section.heading}</span>}
            </span>
            <span className={styles.excerpt}>{section.excerpt}</span>
          </div>
        ))}
      </div>
      <p className={styles.status} role="status">
        {statusOf({ query, fault, isLoaded: find !== undefined, count: results.length })}
      </p>
    </dialog>
  );
}

function optionOf(id: string, { url }: StoredSection): string {
  return `${id}-${url}`;
}

/** Loads the index when the dialog opens. After a failure, the next key tries again. */
function useIndex(query: string): { readonly find: Find | undefined; readonly fault: boolean } {
  const base = useBaseUrl("/");
  const [find, setFind] = useState<Find>();
  const [fault, setFault] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key tries again
  useEffect(() => {
    if (find !== undefined) return;
    import("./search-index.ts")
      .then(({ loadSearchIndex }) => loadSearchIndex(base))
      .then(
        (loaded) => {
          setFind(() => loaded);
          setFault(false);
        },
        () => setFault(true),
      );
  }, [base, find, query]);
  return { find, fault };
}

interface Status {
  readonly query: string;
  readonly fault: boolean;
  readonly isLoaded: boolean;
  readonly count: number;
}

function statusOf({ query, fault, isLoaded, count }: Status): string {
  if (fault) return "The search could not be loaded. Check your connection, then type again.";
  if (query.trim() === "") return "";
  if (!isLoaded) return "Loading…";
  if (count === 0) return `No page matches "${query}". Try another word.`;
  return count === 1 ? "1 page" : `${count} pages`;
}
