import useDocusaurusContext from "@docusaurus/useDocusaurusContext";
import { type ReactNode, useRef, useSyncExternalStore } from "react";
import { CopyButton } from "./copy-button.tsx";
import { selectContent } from "./copy-text.ts";

export interface CodeBlockProps {
  /** HTML that was highlighted when the site was built. */
  readonly html: string;
  readonly language?: string;
}

/** A block of code with a button to copy it. Readers can scroll long lines with the keyboard too. */
export function CodeBlock({ html, language = "text" }: CodeBlockProps): ReactNode {
  const shown = useOwnPackages(html);
  const code = useRef<HTMLElement>(null);
  return (
    <div className="theme-code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be reachable by keyboard. */}
      <pre className="code-block thin-scrollbar" tabIndex={0}>
        <code
          ref={code}
          className={`language-${language}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: Prism escapes the code that it marks up.
          dangerouslySetInnerHTML={{ __html: shown }}
        />
      </pre>
      <CopyButton
        text={() => code.current?.textContent ?? ""}
        select={() => code.current && selectContent(code.current)}
      />
    </div>
  );
}

/** Replaces the configured address of packages with that of the site that shows the page. */
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
