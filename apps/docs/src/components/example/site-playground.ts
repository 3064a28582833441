import useBaseUrl from "@docusaurus/useBaseUrl";
import type { Language, Playground } from "@sinkove/playground";
import { useEffect, useState } from "react";
import { onSignOfReader } from "./reader.ts";

type Module = typeof import("@sinkove/playground");

/** What runs examples, and the module that it came from. */
export interface LoadedPlayground {
  readonly playground: Playground;
  readonly module: Module;
}

let loading: Promise<LoadedPlayground> | undefined;

/** Loads what runs examples, once for the site: a page without a run does without it. After a failure, it tries again. */
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

/** Makes ready what a run in a language needs, once there is somebody to press Run. */
export function usePreparation(language: Language | undefined): void {
  const base = useBaseUrl("/");
  useEffect(() => {
    if (language === undefined) return undefined;
    return onSignOfReader(() => {
      // A failure is told when an example is run.
      loadPlayground(base).then(
        ({ playground }) => playground.prepare(language),
        () => undefined,
      );
    });
  }, [base, language]);
}

/** A way to load the playground, and the playground when it is there. */
export function usePlayground(): {
  readonly load: () => Promise<LoadedPlayground>;
  readonly loaded: LoadedPlayground | undefined;
} {
  const base = useBaseUrl("/");
  const [loaded, setLoaded] = useState<LoadedPlayground>();
  const [, setTargets] = useState(0);
  useEffect(() => {
    // A target that was chosen on an earlier visit is to be seen at once.
    // A failure is told when an example is run.
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
