import { useDoc } from "@docusaurus/plugin-content-docs/client";
import Original from "@theme-original/DocItem/Content";
import type { ComponentProps, ReactNode } from "react";
import { PageActions } from "../../../components/page-actions/page-actions.tsx";
import { Static } from "../../../components/static/static.tsx";

/** The article, with the actions of the page before it. */
export default function DocItemContent(props: ComponentProps<typeof Original>): ReactNode {
  const { metadata } = useDoc();
  const content = <Original {...props} />;
  // The generated SDK pages contain no interactive elements except links.
  const isStatic = /^\/sdk\/(?:typescript\/.|python\/reference)/.test(metadata.permalink);
  return (
    <>
      <PageActions />
      {isStatic ? <Static>{content}</Static> : content}
    </>
  );
}
