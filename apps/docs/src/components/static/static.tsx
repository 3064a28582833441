import { useHistory } from "@docusaurus/router";
import useIsBrowser from "@docusaurus/useIsBrowser";
import { type MouseEvent, type ReactNode, useState } from "react";
import { copyText, selectContent } from "../code/copy-text.ts";

export interface StaticProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** React compares `__html` only. It does not change the page's HTML during hydration. */
const AS_SERVED = { __html: "" };

/**
 * Static content. React keeps the HTML of a loaded page without hydrating its elements, of which a reference page has
 * thousands. Links and copy buttons work as elsewhere.
 */
export function Static({ className, children }: StaticProps): ReactNode {
  const isBrowser = useIsBrowser();
  const history = useHistory();
  // False while React hydrates the page. True after a click on a link, when there is no HTML to keep.
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
    // biome-ignore lint/a11y/noStaticElementInteractions: it handles clicks on its links and buttons
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link or a button causes a click
    <div
      className={className}
      onClick={act}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it keeps the HTML from the server
      dangerouslySetInnerHTML={AS_SERVED}
    />
  );
}

/** Returns the destination of a click on a link of this site, or undefined for any other click. */
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
  // The browser handles anchors of this page, and files are not pages.
  const isHere = pathname === location.pathname && hash !== "";
  if (origin !== location.origin || isHere || /\.\w+$/.test(pathname)) return undefined;
  return pathname + search + hash;
}

/** Copies code as a hydrated code block does. */
async function copyCode({ target }: MouseEvent): Promise<void> {
  const button = target instanceof Element ? target.closest(".copy-code") : null;
  const code = button?.parentElement?.querySelector("code");
  if (!button || !code) return;
  button.textContent = await copyText(code.textContent, () => selectContent(code));
}
