import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { DOCS_URL } from "../api/docs-url.ts";

interface GuideLinkProps {
  /** The guide, such as "webhooks", with an anchor if needed. */
  readonly page: string;
  readonly children: ReactNode;
}

/** A link to a guide of the documentation, within text. */
export function GuideLink({ page, children }: GuideLinkProps): ReactNode {
  return (
    <Anchor href={`${DOCS_URL}/guides/${page}`} inherit>
      {children}
    </Anchor>
  );
}
