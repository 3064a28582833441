import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { DOCS_URL } from "../api/docs-url.ts";

interface GuideLinkProps {
  /** The path of the guide, such as "webhooks" or "webhooks#receive". */
  readonly page: string;
  readonly children: ReactNode;
}

/** A link to a guide in the documentation. */
export function GuideLink({ page, children }: GuideLinkProps): ReactNode {
  return (
    <Anchor href={`${DOCS_URL}/guides/${page}`} inherit>
      {children}
    </Anchor>
  );
}
