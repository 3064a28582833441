import { Checkbox, Group, NumberInput, Stack } from "@mantine/core";
import type { RateLimit } from "@sinkove/contract";
import type { ReactNode } from "react";
import { rateLimitText } from "../../ui/rate-limit-text.ts";

interface RateLimitFieldProps {
  /** Null if the key has only the limit of its account. */
  readonly value: RateLimit | null;
  readonly accountLimit: RateLimit;
  readonly onChange: (limit: RateLimit | null) => void;
}

/** A field for a key's own rate limit. */
export function RateLimitField({ value, accountLimit, onChange }: RateLimitFieldProps): ReactNode {
  return (
    <Stack gap="sm">
      <Checkbox
        label="A rate limit of its own"
        description={`All keys share ${rateLimitText(accountLimit)}. With its own limit, one program cannot use up what the others share.`}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? accountLimit : null)}
      />
      {value && (
        <Group gap="sm" pl="lg">
          <NumberInput
            label="Requests"
            w="8rem"
            min={1}
            max={1_000_000}
            allowDecimal={false}
            clampBehavior="strict"
            value={value.limit}
            onChange={(next) => onChange({ ...value, limit: Number(next) || 1 })}
          />
          <NumberInput
            label="In seconds"
            w="8rem"
            min={1}
            max={86_400}
            allowDecimal={false}
            clampBehavior="strict"
            value={value.windowSeconds}
            onChange={(next) => onChange({ ...value, windowSeconds: Number(next) || 1 })}
          />
        </Group>
      )}
    </Stack>
  );
}
