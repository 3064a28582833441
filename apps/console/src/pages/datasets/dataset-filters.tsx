import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { FilterBar, FilterPair, filterProps } from "../../ui/filter-bar.tsx";
import { isFiltered } from "../../ui/is-filtered.ts";
import { MomentInput } from "../../ui/moment-input.tsx";
import { type DatasetFilters, readDatasetFilters, STATE_LABELS } from "./filters.ts";
import { useModels } from "./models.ts";

interface DatasetFilterBarProps {
  readonly filters: DatasetFilters;
  readonly onChange: (filters: DatasetFilters) => void;
}

const STATES = Object.entries(STATE_LABELS).map(([value, label]) => ({ value, label }));

/** The filters of the list of datasets. */
export function DatasetFilterBar({ filters, onChange }: DatasetFilterBarProps): ReactNode {
  const change = (part: Record<string, string | null>): void =>
    onChange(readDatasetFilters({ ...filters, ...part }));
  return (
    <FilterBar isFiltered={isFiltered(filters)} onClear={() => onChange({})}>
      <Select
        {...filterProps}
        label="State"
        placeholder="Any state"
        data={STATES}
        value={filters.state ?? null}
        onChange={(state) => change({ state })}
      />
      <ModelFilter value={filters.modelId ?? null} onChange={(modelId) => change({ modelId })} />
      <OrganizationFilter
        value={filters.organizationId ?? null}
        onChange={(organizationId) => change({ organizationId })}
      />
      <FilterPair>
        <MomentInput
          label="Created from"
          value={filters.createdAfter ?? null}
          onChange={(createdAfter) => change({ createdAfter })}
        />
        <MomentInput
          label="Created until"
          value={filters.createdBefore ?? null}
          onChange={(createdBefore) => change({ createdBefore })}
        />
      </FilterPair>
    </FilterBar>
  );
}

interface ChoiceProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

function ModelFilter(props: ChoiceProps): ReactNode {
  const models = useModels().data ?? [];
  const data = models.map(({ id, name }) => ({ value: id, label: name }));
  return <Select {...filterProps} {...props} label="Model" placeholder="All models" data={data} />;
}

function OrganizationFilter(props: ChoiceProps): ReactNode {
  const organizations = query.useQuery("get", "/me").data?.organizations ?? [];
  const data = organizations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...filterProps}
      {...props}
      label="Organization"
      placeholder="All"
      searchable
      data={data}
    />
  );
}
