import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

/** A placeholder for a page while its code and data are loading. */
export function LoadingPage(): ReactNode {
  return (
    <Stack gap="md" aria-busy="true">
      <VisuallyHidden role="status">Loading</VisuallyHidden>
      <Skeleton height={32} width="min(16rem, 60%)" />
      <Skeleton height={16} width="min(28rem, 90%)" />
      <Skeleton height={200} mt="md" />
    </Stack>
  );
}
