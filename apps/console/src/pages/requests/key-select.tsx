import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { filterProps } from "../../ui/filter-bar.tsx";
import { useKeyNames } from "./key-names.ts";

interface KeySelectProps {
  readonly value: string | null;
  readonly onChange: (apiKeyId: string | null) => void;
}

/** A field for one of the account's API keys. */
export function KeySelect({ value, onChange }: KeySelectProps): ReactNode {
  const names = useKeyNames();
  const data = [...names].map(([id, label]) => ({ value: id, label }));
  if (value !== null && !names.has(value)) data.push({ value, label: value });
  return (
    <Select
      label="API key"
      placeholder="All keys"
      searchable
      {...filterProps}
      {...{ data, value, onChange }}
    />
  );
}
