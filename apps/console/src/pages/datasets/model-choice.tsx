import { Select, Stack, Text } from "@mantine/core";
import type { Model } from "@sinkove/contract";
import type { ReactNode } from "react";
import classes from "./model-choice.module.css";

interface ModelChoiceProps {
  readonly models: readonly Model[];
  readonly model: Model;
  readonly error: string | undefined;
  readonly onChange: (model: Model) => void;
}

/** A field for the model, with its description. */
export function ModelChoice({ models, model, error, onChange }: ModelChoiceProps): ReactNode {
  return (
    <Stack gap="sm">
      <Select
        label="Model"
        data={models.map(({ id, name }) => ({ value: id, label: name }))}
        allowDeselect={false}
        searchable={models.length > 8}
        value={model.id}
        error={error}
        onChange={(id) => {
          const chosen = models.find((each) => each.id === id);
          if (chosen) onChange(chosen);
        }}
      />
      <Text size="sm">{model.description}</Text>
      <Text size="sm" c="dimmed">
        {model.modality} · {model.imageSize.width} × {model.imageSize.height} pixels · up to{" "}
        {model.maxSamples} images
      </Text>
      <details>
        <summary className={classes.summary}>Model card</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be reachable by keyboard */}
        <section className={classes.card} aria-label="Model card" tabIndex={0}>
          {model.modelCard}
        </section>
      </details>
    </Stack>
  );
}
