import { Anchor } from "@mantine/core";
import { createLink, type LinkComponent } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";

interface StyledAnchorProps
  extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "style" | "color"> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function StyledAnchor(props: StyledAnchorProps): ReactNode {
  return <Anchor {...props} inherit underline="always" />;
}

/** A text link to a page of the console. */
export const PageLink: LinkComponent<typeof StyledAnchor> = createLink(StyledAnchor);
