import { Alert, Radio, Stack, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { dateInputValue, EXPIRY_CHOICES, type ExpiryChoice } from "./expiry.ts";

interface ExpiryFieldProps {
  readonly choice: ExpiryChoice;
  readonly date: string;
  readonly error?: ReactNode;
  readonly now: number;
  readonly onChange: (value: { choice: ExpiryChoice; date: string }) => void;
}

/** Asks when a key is to stop working. */
export function ExpiryField({ choice, date, error, now, onChange }: ExpiryFieldProps): ReactNode {
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Expires"
        value={choice}
        onChange={(value) => {
          const next = EXPIRY_CHOICES.find((candidate) => candidate.value === value);
          if (next) onChange({ choice: next.value, date });
        }}
      >
        <Stack gap="xs" mt={4}>
          {EXPIRY_CHOICES.map(({ value, label }) => (
            <Radio key={value} {...{ value, label }} />
          ))}
        </Stack>
      </Radio.Group>
      {choice === "date" && (
        <TextInput
          type="date"
          label="Last day"
          maw="12rem"
          min={dateInputValue(now)}
          value={date}
          error={error}
          onChange={(event) => onChange({ choice, date: event.currentTarget.value })}
        />
      )}
      {choice === "never" && (
        <Alert color="yellow" title="A key that never expires is a risk that never ends">
          Keys leak into logs, notebooks and repositories. One that expires limits what a leak
          costs, and rotating it takes a minute: the old key works on while you replace it.
        </Alert>
      )}
    </Stack>
  );
}
