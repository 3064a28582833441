import { useLocation } from "@docusaurus/router";
import useBaseUrl from "@docusaurus/useBaseUrl";
import type { Props } from "@theme/Layout";
import Original from "@theme-original/Layout";
import type { ReactNode } from "react";

/** The page of search results comes from a plug-in, and has no `<main>` of its own. */
export default function Layout({ children, ...props }: Props): ReactNode {
  const search = useBaseUrl("/search");
  const { pathname } = useLocation();
  return <Original {...props}>{pathname === search ? <main>{children}</main> : children}</Original>;
}
