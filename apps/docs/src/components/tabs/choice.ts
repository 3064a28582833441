import { useSyncExternalStore } from "react";

/** A choice that the reader made on this page or an earlier one. All tab lists of the same kind follow it. */
export interface Choice<Name extends string> {
  readonly use: () => Name;
  readonly choose: (name: Name) => void;
}

/**
 * @param key the key in local storage
 * @param names the options. The first one is the default.
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
    // Follows choices in other browser tabs.
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
        // If storage is not allowed, the choice lasts until the page is closed.
      }
      for (const listener of listeners) listener();
    },
  };
}
