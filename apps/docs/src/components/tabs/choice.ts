import { useSyncExternalStore } from "react";

/** A choice that the reader made, on this page or on an earlier one; every list of tabs of its kind follows it. */
export interface Choice<Name extends string> {
  readonly use: () => Name;
  readonly choose: (name: Name) => void;
}

/**
 * @param key where the choice is stored
 * @param names what can be chosen; the first is what a new reader gets
 */
export function createChoice<Name extends string>(
  key: string,
  names: readonly [Name, ...Name[]],
): Choice<Name> {
  const [first] = names;
  const listeners = new Set<() => void>();
  let chosen: Name | undefined;
  const recall = (): Name => {
    try {
      const remembered = localStorage.getItem(key);
      return names.find((name) => name === remembered) ?? first;
    } catch {
      return first;
    }
  };
  const subscribe = (listener: () => void): (() => void) => {
    // Another tab's choice.
    const hear = (event: StorageEvent): void => {
      if (event.key !== key) return;
      chosen = undefined;
      listener();
    };
    listeners.add(listener);
    globalThis.addEventListener("storage", hear);
    return () => {
      listeners.delete(listener);
      globalThis.removeEventListener("storage", hear);
    };
  };
  const current = (): Name => {
    chosen ??= recall();
    return chosen;
  };
  return {
    use: () => useSyncExternalStore(subscribe, current, () => first),
    choose(name) {
      chosen = name;
      try {
        localStorage.setItem(key, name);
      } catch {
        // Where storage is forbidden, the choice lasts as long as the page.
      }
      for (const listener of listeners) listener();
    },
  };
}
