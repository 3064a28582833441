import { Alert, Radio, Stack, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { dateInputValue, type Expiry } from "./expiry.ts";

interface ExpiryFieldProps<Choice extends Expiry["choice"]> {
  readonly choice: Choice;
  readonly date: string;
  /** The choices, in order. */
  readonly choices: readonly { readonly value: Choice; readonly label: string }[];
  readonly error?: ReactNode;
  readonly now: number;
  readonly onChange: (value: { choice: Choice; date: string }) => void;
}

/** A field for the expiry of a key. */
export function ExpiryField<Choice extends Expiry["choice"]>(
  props: ExpiryFieldProps<Choice>,
): ReactNode {
  const { choice, date, choices, error, now, onChange } = props;
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Expires"
        value={choice}
        onChange={(value) => {
          const next = choices.find((candidate) => candidate.value === value);
          if (next) onChange({ choice: next.value, date });
        }}
      >
        <Stack gap="xs" mt={4}>
          {choices.map(({ value, label }) => (
            <Radio key={value} {...{ value, label }} />
          ))}
        </Stack>
      </Radio.Group>
      {choice === "date" && (
        <TextInput
          type="date"
          data-path="expiry"
          label="Last day"
          maw="12rem"
          min={dateInputValue(now)}
          value={date}
          error={error}
          onChange={(event) => onChange({ choice, date: event.currentTarget.value })}
        />
      )}
      {choice === "never" && (
        <Alert color="yellow" title="Set an expiry if you can">
          Keys leak into logs, notebooks and repositories. An expiry limits the damage. Rotating a
          key takes a minute, and the old key keeps working while you replace it.
        </Alert>
      )}
    </Stack>
  );
}
