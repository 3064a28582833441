import Original from "@theme-original/DocItem/Content";
import type { ComponentProps, ReactNode } from "react";
import { PageActions } from "../../../components/page-actions/page-actions.tsx";

/** The article, with what can be done with the page before it. */
export default function DocItemContent(props: ComponentProps<typeof Original>): ReactNode {
  return (
    <>
      <PageActions />
      <Original {...props} />
    </>
  );
}
