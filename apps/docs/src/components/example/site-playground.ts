import useBaseUrl from "@docusaurus/useBaseUrl";
import type { Language, Playground } from "@sinkove/playground";
import { useEffect, useState } from "react";
import { onSignOfReader } from "./reader.ts";

type Module = typeof import("@sinkove/playground");

/** The playground, which runs examples, and the module that contains it. */
export interface LoadedPlayground {
  readonly playground: Playground;
  readonly module: Module;
}

let loading: Promise<LoadedPlayground> | undefined;

/** Loads the playground once for the site, when it is needed. After a failure, the next call tries again. */
function loadPlayground(base: string): Promise<LoadedPlayground> {
  loading ??= import("@sinkove/playground").then(
    (module) => {
      const site = new URL(base, globalThis.location.origin).href;
      return { module, playground: module.createPlayground({ site }) };
    },
    (cause: unknown) => {
      loading = undefined;
      throw new Error(
        "The code that runs examples could not be loaded. Check your connection and press Run again. If this site has been updated meanwhile, reload the page.",
        { cause },
      );
    },
  );
  return loading;
}

/** Prepares runs in a language once the reader is active. */
export function usePreparation(language: Language | undefined): void {
  const base = useBaseUrl("/");
  useEffect(() => {
    if (language === undefined) return undefined;
    return onSignOfReader(() => {
      // A failure is reported when the reader runs an example.
      loadPlayground(base).then(
        ({ playground }) => playground.prepare(language),
        () => undefined,
      );
    });
  }, [base, language]);
}

/** Returns a function that loads the playground, and the playground once it is loaded. */
export function usePlayground(): {
  readonly load: () => Promise<LoadedPlayground>;
  readonly loaded: LoadedPlayground | undefined;
} {
  const base = useBaseUrl("/");
  const [loaded, setLoaded] = useState<LoadedPlayground>();
  const [, setTargets] = useState(0);
  useEffect(() => {
    // Shows a target from an earlier visit at once. A failure is reported when the reader runs an example.
    if (hasChoice()) loadPlayground(base).then(setLoaded, () => undefined);
  }, [base]);
  useEffect(() => loaded?.playground.subscribe(() => setTargets((count) => count + 1)), [loaded]);
  const load = async (): Promise<LoadedPlayground> => {
    const all = await loadPlayground(base);
    setLoaded(all);
    return all;
  };
  return { load, loaded };
}

function hasChoice(): boolean {
  try {
    return localStorage.getItem("sinkove-target") !== null;
  } catch {
    return false;
  }
}
