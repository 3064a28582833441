import { Badge, Progress, Stack, Text } from "@mantine/core";
import type { Dataset, DatasetState } from "@sinkove/contract";
import type { ReactNode } from "react";
import { useDataset } from "./dataset-query.ts";
import { STATE_LABELS } from "./filters.ts";
import { isRunning } from "./is-running.ts";

const COLORS: Readonly<Record<DatasetState, string>> = {
  PENDING: "gray",
  STARTED: "blue",
  READY: "teal",
  FAILED: "red",
  EXPIRED: "gray",
};

/** The state of a dataset. */
export function StateBadge({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const state = dataset.metadata?.state;
  if (!state) return "Not known";
  return (
    <Badge variant="light" color={COLORS[state] ?? "gray"} tt="none" miw="max-content">
      {STATE_LABELS[state] ?? state}
    </Badge>
  );
}

/** The progress of the generation. */
export function DatasetProgress({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const progress = dataset.metadata?.progress ?? 0;
  return (
    <Stack gap={4}>
      <Progress value={progress} aria-label="Generation" />
      <Text size="xs" c="dimmed" role="status">
        {progress}% of {dataset.numSamples} {dataset.numSamples === 1 ? "image" : "images"}
      </Text>
    </Stack>
  );
}

/** The state of a dataset in a list. It is updated while the dataset is being generated. */
export function LiveState({ dataset }: { readonly dataset: Dataset }): ReactNode {
  return isRunning(dataset) ? <Polled dataset={dataset} /> : <StateBadge dataset={dataset} />;
}

function Polled({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const { data = dataset } = useDataset(dataset.id, dataset);
  return (
    <Stack gap={6} maw="12rem">
      <div>
        <StateBadge dataset={data} />
      </div>
      {data.metadata?.state === "STARTED" && (
        <Progress value={data.metadata.progress} aria-label="Generation" size="sm" />
      )}
    </Stack>
  );
}
