import { Alert, Text } from "@mantine/core";
import type { Dataset } from "@sinkove/contract";
import { IconAlertCircle, IconClockOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Section } from "../../ui/section.tsx";
import { DatasetImages } from "./dataset-images.tsx";
import { isRunning } from "./is-running.ts";
import { DatasetProgress } from "./state-badge.tsx";

/** The images of a dataset, its progress, or the reason why there are no images. */
export function DatasetResult({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const { metadata, numSamples } = dataset;
  if (metadata?.state === "READY") return <DatasetImages dataset={dataset} />;
  if (metadata?.state === "FAILED") {
    return (
      <Alert
        color="red"
        title="The generation failed"
        icon={<IconAlertCircle aria-hidden />}
        mb="lg"
      >
        <Text size="sm">{metadata.failureReason ?? "The reason is not known."}</Text>
        <Text size="sm" mt="xs">
          The {numSamples === 1 ? "credit was" : `${numSamples} credits were`} given back.
        </Text>
      </Alert>
    );
  }
  if (metadata?.state === "EXPIRED") {
    return (
      <Alert
        color="gray"
        title="The images were removed"
        icon={<IconClockOff aria-hidden />}
        mb="lg"
      >
        They are kept for a limited time. Create the dataset again with the same arguments; the same
        seed gives the same images.
      </Alert>
    );
  }
  if (!isRunning(dataset)) return null;
  return (
    <Section
      title={metadata?.state === "PENDING" ? "Waiting for its turn" : "Being generated"}
      description="You can leave this page. The dataset is generated in the background."
    >
      <DatasetProgress dataset={dataset} />
    </Section>
  );
}
