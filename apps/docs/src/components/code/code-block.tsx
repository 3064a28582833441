import useDocusaurusContext from "@docusaurus/useDocusaurusContext";
import { type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import { copyText } from "./copy-text.ts";

export interface CodeBlockProps {
  /** Highlighted when the site is built. */
  readonly html: string;
  readonly language?: string;
}

/** A block of code, with a button to copy it. A long line is scrolled to, by keyboard too. */
export function CodeBlock({ html, language = "text" }: CodeBlockProps): ReactNode {
  const shown = useOwnPackages(html);
  const code = useRef<HTMLElement>(null);
  const [label, setLabel] = useState("Copy");
  const copy = async (): Promise<void> => {
    if (code.current !== null) setLabel(await copyText(code.current));
  };
  return (
    <div className="theme-code-block" onPointerLeave={() => setLabel("Copy")}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
      <pre className="code-block thin-scrollbar" tabIndex={0}>
        <code
          ref={code}
          className={`language-${language}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: Prism escapes the code that it marks up.
          dangerouslySetInnerHTML={{ __html: shown }}
        />
      </pre>
      <button type="button" className="copy-code" onClick={() => void copy()}>
        {label}
      </button>
    </div>
  );
}

/** Packages come from the site that shows the page, whose address is not known when it is built. */
function useOwnPackages(html: string): string {
  const { url } = useDocusaurusContext().siteConfig;
  const origin = useSyncExternalStore(
    subscribeToNothing,
    () => window.location.origin,
    () => url,
  );
  return html.replaceAll(`${url}/packages/`, `${origin}/packages/`);
}

function subscribeToNothing() {
  return () => undefined;
}
