import Link from "@docusaurus/Link";
import { useLocation } from "@docusaurus/router";
import useBaseUrl from "@docusaurus/useBaseUrl";
import Heading from "@theme/Heading";
import { type ReactNode, useEffect, useState } from "react";
import type { StoredSection } from "../../../components/search/search-options.ts";

const starts = [
  { to: "/get-started", label: "Get started" },
  { to: "/authentication", label: "Authentication" },
  { to: "/reference", label: "API reference" },
  { to: "/errors", label: "Errors" },
] as const;

/** The content of the 404 page: pages with similar names, and places to start from. */
export default function NotFoundContent(): ReactNode {
  const { pathname } = useLocation();
  const similar = useSimilar(pathname);
  return (
    <main className="container not-found" data-not-found="">
      <Heading as="h1">This page does not exist</Heading>
      <p>
        The address may be misspelled, or the page may have moved. Press <kbd>/</kbd> to search.
      </p>
      {similar.length > 0 && (
        <>
          <Heading as="h2">Did you mean</Heading>
          <ul>
            {similar.map(({ url, page }) => (
              <li key={url}>
                <Link to={url}>{page}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Heading as="h2">Where to start</Heading>
      <ul>
        {starts.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** Returns the pages that the search finds for the words of an address. */
function useSimilar(pathname: string): readonly StoredSection[] {
  const base = useBaseUrl("/");
  const [similar, setSimilar] = useState<readonly StoredSection[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const words = pathname.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
    import("../../../components/search/search-index.ts")
      .then(({ loadSearchIndex }) => loadSearchIndex(base))
      .then((find) => isCurrent && setSimilar(find(words).slice(0, 4)))
      // Without the index, the page still has its other links.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [base, pathname]);
  return similar;
}
