import { Paper, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./data-table.module.css";

interface EmptyStateProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
}

/** Says that a list is empty, and what to do about it. */
export function EmptyState({ title, text, action }: EmptyStateProps): ReactNode {
  return (
    <Paper withBorder className={classes.empty}>
      <Stack align="center" gap="xs" ta="center">
        <Text fw={600}>{title}</Text>
        {text && (
          <Text c="dimmed" maw="34rem" component="div">
            {text}
          </Text>
        )}
        {action}
      </Stack>
    </Paper>
  );
}
