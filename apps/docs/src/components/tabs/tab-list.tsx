import { type KeyboardEvent, type ReactNode, useRef } from "react";
import styles from "./tabs.module.css";

/** One of the alternatives. */
export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
}

export interface TabListProps<Name extends string> {
  readonly id: string;
  /** The label of the tab list for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly shown: Name;
  readonly onChoose: (name: Name) => void;
}

export function tabOf(id: string, name: string): string {
  return `${id}-tab-${name}`;
}

export function panelOf(id: string, name: string): string {
  return `${id}-panel-${name}`;
}

/** Tabs that follow the ARIA pattern: the Tab key enters the list once, and arrow keys move between the tabs. */
export function TabList<Name extends string>(props: TabListProps<Name>): ReactNode {
  const { id, label, tabs, shown, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const index = tabs.findIndex(({ name }) => name === shown);
    const last = tabs.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowLeft: index === 0 ? last : index - 1,
      ArrowRight: index === last ? 0 : index + 1,
      Home: 0,
      End: last,
    };
    const next = tabs[places[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    onChoose(next.name);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={label} ref={list}>
      {tabs.map(({ name, label: text }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabOf(id, name)}
          data-tab={name}
          className={styles.tab}
          aria-selected={name === shown}
          aria-controls={panelOf(id, name)}
          tabIndex={name === shown ? 0 : -1}
          onClick={() => onChoose(name)}
          onKeyDown={move}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
