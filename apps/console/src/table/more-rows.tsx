import { Button, Group, Text } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { type ReactNode, useEffect } from "react";
import type { Noun } from "../ui/number-text.ts";
import type { AllPages } from "./all-pages.ts";
import { countText } from "./count-text.ts";

interface MoreRowsProps {
  readonly list: AllPages<unknown>;
  /** What the rows are. */
  readonly noun: Noun;
}

/**
 * The number of loaded rows, below a list. Loads the next page when it is scrolled into view or its button is clicked.
 */
export function MoreRows({ list, noun }: MoreRowsProps): ReactNode {
  const { ref, entry } = useIntersection({ rootMargin: "600px" });
  const isInSight = entry?.isIntersecting === true;
  const { hasMore, isLoadingMore, isRestarting, error, loadMore } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: loadMore is a new function with each render
  useEffect(() => {
    if (isInSight && hasMore && !isLoadingMore && !isRestarting && !error) loadMore();
  }, [isInSight, hasMore, isLoadingMore, isRestarting, error]);
  return (
    <Group ref={ref} justify="space-between" mih={30}>
      <Text size="sm" c="dimmed" role="status">
        {countText(list, noun)}
      </Text>
      {hasMore && (
        <Button size="xs" variant="default" loading={isLoadingMore} onClick={loadMore}>
          Load more
        </Button>
      )}
    </Group>
  );
}
