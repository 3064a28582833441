import { useHistory } from "@docusaurus/router";
import useIsBrowser from "@docusaurus/useIsBrowser";
import { type MouseEvent, type ReactNode, useState } from "react";
import { copyText, selectContent } from "../code/copy-text.ts";

export interface StaticProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** Its `__html` is what React compares with; React does not put it into the page when it hydrates. */
const AS_SERVED = { __html: "" };

/**
 * Content that only has to be read. When a page arrives as HTML, React takes it over as it is, without going through its
 * elements: a reference page has thousands. Links and the buttons that copy code work as elsewhere.
 */
export function Static({ className, children }: StaticProps): ReactNode {
  const isBrowser = useIsBrowser();
  const history = useHistory();
  // False while the page is hydrated; true where a link has led here, so that there is no HTML to take over.
  const [isRendered] = useState(isBrowser);
  const act = (event: MouseEvent): void => {
    void copyCode(event);
    const to = destinationOf(event);
    if (to === undefined) return;
    event.preventDefault();
    history.push(to);
  };
  if (typeof window === "undefined" || isRendered)
    return <div className={className}>{children}</div>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the clicks are those on its links and buttons
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link or a button is a click
    <div
      className={className}
      onClick={act}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it keeps what the server has rendered
      dangerouslySetInnerHTML={AS_SERVED}
    />
  );
}

/** Where a click on a link of this site leads; undefined for any other click. */
function destinationOf(event: MouseEvent): string | undefined {
  const isPlain =
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (
    !isPlain ||
    event.defaultPrevented ||
    link === null ||
    link.target ||
    link.hasAttribute("download")
  )
    return undefined;
  const { origin, pathname, search, hash } = new URL(link.href);
  // An anchor of this page is the browser's, and a file has no page.
  const isHere = pathname === location.pathname && hash !== "";
  if (origin !== location.origin || isHere || /\.\w+$/.test(pathname)) return undefined;
  return pathname + search + hash;
}

/** Does what a block of code does when React has hydrated it. */
async function copyCode({ target }: MouseEvent): Promise<void> {
  const button = target instanceof Element ? target.closest(".copy-code") : null;
  const code = button?.parentElement?.querySelector("code");
  if (!button || !code) return;
  button.textContent = await copyText(code.textContent, () => selectContent(code));
}
