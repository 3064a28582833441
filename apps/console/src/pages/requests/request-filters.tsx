import { Select } from "@mantine/core";
import { operations } from "@sinkove/contract";
import type { ReactNode } from "react";
import { FilterBar, FilterPair, filterProps } from "../../ui/filter-bar.tsx";
import { isFiltered } from "../../ui/is-filtered.ts";
import { MomentInput } from "../../ui/moment-input.tsx";
import { type RequestFilters, readRequestFilters, STATUS_CLASSES } from "./filters.ts";
import { KeySelect } from "./key-select.tsx";

interface RequestFiltersProps {
  readonly filters: RequestFilters;
  readonly onChange: (filters: RequestFilters) => void;
}

const ACTORS = [
  { value: "api_key", label: "API keys" },
  { value: "person", label: "You, in the console" },
  { value: "anyone", label: "Anyone" },
];
const OPERATIONS = Object.values(operations)
  .filter(({ isPublic }) => !isPublic)
  .map(({ id }) => id)
  .sort();
const CODES = [
  ...new Set(Object.values(operations).flatMap(({ errors }) => Object.values(errors).flat())),
].sort();

/** The filters of the request log. */
export function RequestFilterBar({ filters, onChange }: RequestFiltersProps): ReactNode {
  const change = (part: Record<string, string | null>): void =>
    onChange(readRequestFilters({ ...filters, ...part }));
  return (
    <FilterBar isFiltered={isFiltered(filters)} onClear={() => onChange({})}>
      <KeySelect value={filters.apiKeyId ?? null} onChange={(apiKeyId) => change({ apiKeyId })} />
      <Select
        {...filterProps}
        label="Made by"
        data={ACTORS}
        clearable={false}
        value={filters.actorType ?? "api_key"}
        onChange={(actorType) => change({ actorType })}
      />
      <Select
        {...filterProps}
        label="Operation"
        placeholder="All operations"
        searchable
        data={OPERATIONS}
        value={filters.operation ?? null}
        onChange={(operation) => change({ operation })}
      />
      <Select
        {...filterProps}
        label="Status"
        placeholder="Any status"
        data={STATUS_CLASSES}
        value={filters.statusClass ?? null}
        onChange={(statusClass) => change({ statusClass })}
      />
      <Select
        {...filterProps}
        label="Error code"
        placeholder="Any code"
        searchable
        data={CODES}
        value={filters.code ?? null}
        onChange={(code) => change({ code })}
      />
      <FilterPair>
        <MomentInput
          label="From"
          value={filters.occurredAfter ?? null}
          onChange={(occurredAfter) => change({ occurredAfter })}
        />
        <MomentInput
          label="Until"
          value={filters.occurredBefore ?? null}
          onChange={(occurredBefore) => change({ occurredBefore })}
        />
      </FilterPair>
    </FilterBar>
  );
}
