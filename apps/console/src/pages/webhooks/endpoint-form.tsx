import { Button, Group, Paper, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { WebhookEventType } from "@sinkove/contract";
import type { ReactNode } from "react";
import { violationsOf } from "../../api/violations.ts";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { normalUrl, urlRule } from "./endpoint-url.ts";
import { EventsField } from "./events-field.tsx";

/** The values of the form. */
export interface EndpointValues {
  url: string;
  events: WebhookEventType[];
}

interface EndpointFormProps {
  readonly initial: EndpointValues;
  /** The label of the submit button. */
  readonly action: string;
  /** A link beside the submit button that leaves the form. */
  readonly cancel: ReactNode;
  readonly onSubmit: (values: EndpointValues) => Promise<void>;
}

/** A form for the URL and the events of an endpoint. After an error, it keeps the entered values. */
export function EndpointForm({ initial, action, cancel, onSubmit }: EndpointFormProps): ReactNode {
  const form = useForm<EndpointValues>({
    initialValues: initial,
    validate: {
      url: urlRule,
      events: ({ length }) => (length === 0 ? "Choose one type or more." : null),
    },
  });
  const { error, isRunning, submit } = useSubmission();
  const send = async ({ url, events }: EndpointValues): Promise<void> => {
    try {
      await onSubmit({ url: normalUrl(url), events });
    } catch (failure) {
      const { "/url": wrongUrl, "/events": wrongEvents } = violationsOf(failure);
      form.setErrors({ url: wrongUrl, events: wrongEvents });
      throw failure;
    }
  };
  return (
    <Paper withBorder p="lg" maw="48rem">
      <form
        noValidate
        onSubmit={form.onSubmit((values) => void submit(() => send(values)), focusFirstError(form))}
      >
        <Stack gap="xl">
          <TextInput
            label="URL"
            description="Receives each event as a POST request. All addresses of its host must be public."
            placeholder="https://hooks.example.com/sinkove"
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps("url")}
          />
          <EventsField
            value={form.values.events}
            error={form.errors.events}
            onChange={(events) => form.setFieldValue("events", events)}
          />
          <FormError error={error} />
          <Group gap="xs">
            <Button type="submit" loading={isRunning}>
              {action}
            </Button>
            {cancel}
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
