import { Radio, Stack } from "@mantine/core";
import type { ReactNode } from "react";

/** One of several values that exclude each other, with a sentence that describes it. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly text: string;
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly description: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Radio buttons with descriptions. */
export function Choices<Value extends string>({
  label,
  description,
  choices,
  value: chosen,
  onChange,
}: ChoicesProps<Value>): ReactNode {
  return (
    <Radio.Group
      label={label}
      description={description}
      value={chosen}
      onChange={(next) => {
        const choice = choices.find(({ value }) => value === next);
        if (choice) onChange(choice.value);
      }}
    >
      <Stack gap="sm" mt="sm">
        {choices.map(({ value, label, text }) => (
          <Radio key={value} value={value} label={label} description={text} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
