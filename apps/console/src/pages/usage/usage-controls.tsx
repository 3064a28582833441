import { Group, Input } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { Segments } from "../../ui/segments.tsx";
import { KeySelect } from "../requests/key-select.tsx";
import { DEFAULT_DAYS, intervalOf, RANGES, readUsageView, type UsageView } from "./period.ts";

interface UsageControlsProps {
  readonly view: UsageView;
  readonly onChange: (view: UsageView) => void;
}

const DAYS = RANGES.map((days) => ({
  value: String(days),
  label: days === 1 ? "24 hours" : `${days} days`,
}));
const INTERVALS = [
  { value: "hour", label: "By hour" },
  { value: "day", label: "By day" },
];

/** Fields for the period, the length of its intervals, and the key. */
export function UsageControls({ view, onChange }: UsageControlsProps): ReactNode {
  return (
    <Group gap="md" align="flex-end" mb="lg" role="group" aria-label="View">
      <Choice
        label="Period"
        data={DAYS}
        value={String(view.days ?? DEFAULT_DAYS)}
        onChange={(days) => {
          const { interval, ...rest } = view;
          onChange(readUsageView({ ...rest, days: Number(days) }));
        }}
      />
      <Choice
        label="Intervals"
        data={INTERVALS}
        value={intervalOf(view)}
        onChange={(interval) => onChange(readUsageView({ ...view, interval }))}
      />
      <KeySelect
        value={view.apiKeyId ?? null}
        onChange={(apiKeyId) => onChange(readUsageView({ ...view, apiKeyId }))}
      />
    </Group>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ label, data, value, onChange }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div>
      <Input.Label id={id} component="div">
        {label}
      </Input.Label>
      <div>
        <Segments aria-labelledby={id} data={data} value={value} onChange={onChange} />
      </div>
    </div>
  );
}
