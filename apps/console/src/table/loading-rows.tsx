import { Group, Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

/** A placeholder for the rows of a table while they are loading. */
export function LoadingRows({ columns }: { readonly columns: number }): ReactNode {
  return (
    <Stack gap="md" p="md" aria-busy="true">
      <VisuallyHidden role="status">Loading</VisuallyHidden>
      {["a", "b", "c", "d", "e"].map((row) => (
        <Group key={row} wrap="nowrap" gap="xl">
          {Array.from({ length: Math.min(columns, 5) }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells are alike and never move
            <Skeleton key={column} height={16} />
          ))}
        </Group>
      ))}
    </Stack>
  );
}
