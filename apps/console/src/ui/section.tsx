import { Group, Paper, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface SectionProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A section of a page with a title. */
export function Section({ title, description, actions, children }: SectionProps): ReactNode {
  const heading = useId();
  return (
    <Paper component="section" withBorder p="lg" mb="lg" aria-labelledby={heading} data-section>
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <Title order={2} id={heading}>
            {title}
          </Title>
          {description && (
            <Text c="dimmed" size="sm" mt={2} component="div">
              {description}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Paper>
  );
}
