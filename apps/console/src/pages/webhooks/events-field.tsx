import { Checkbox, SimpleGrid, Text } from "@mantine/core";
import type { WebhookEventType } from "@sinkove/contract";
import type { ReactNode } from "react";
import { eventTypesFor } from "./event-types.ts";

interface EventsFieldProps {
  readonly value: readonly WebhookEventType[];
  readonly error?: ReactNode;
  readonly onChange: (events: WebhookEventType[]) => void;
}

/** A field for the event types of an endpoint. */
export function EventsField({ value, error, onChange }: EventsFieldProps): ReactNode {
  const offered = eventTypesFor(value);
  return (
    <Checkbox.Group
      data-path="events"
      label="Events"
      description="The types of events that are sent to the URL."
      error={error}
      value={[...value]}
      onChange={(chosen) =>
        onChange(offered.map(({ type }) => type).filter((type) => chosen.includes(type)))
      }
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" my="sm">
        {offered.map(({ type, text }) => (
          <Checkbox
            key={type}
            value={type}
            label={
              <Text span size="sm" ff="monospace">
                {type}
              </Text>
            }
            description={text}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
