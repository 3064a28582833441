import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

interface LoadingPageProps {
  /** A heading for screen readers. Needed if the page has no other heading yet. */
  readonly heading?: string;
}

/** A placeholder for a page while its code and data are loading. */
export function LoadingPage({ heading }: LoadingPageProps): ReactNode {
  return (
    <Stack gap="md" aria-busy="true">
      {heading && <VisuallyHidden component="h1">{heading}</VisuallyHidden>}
      <VisuallyHidden role="status">Loading</VisuallyHidden>
      <Skeleton height={32} width="min(16rem, 60%)" />
      <Skeleton height={16} width="min(28rem, 90%)" />
      <Skeleton height={200} mt="md" />
    </Stack>
  );
}
