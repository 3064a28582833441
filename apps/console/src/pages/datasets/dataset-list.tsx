import { Text } from "@mantine/core";
import type { Dataset } from "@sinkove/contract";
import { type ReactNode, useMemo } from "react";
import { api, query } from "../../api/client.ts";
import { cursorQuery } from "../../api/pages.ts";
import { useAllPages } from "../../table/all-pages.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { MoreRows } from "../../table/more-rows.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { isFiltered } from "../../ui/is-filtered.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { datasetTitle } from "./dataset-title.ts";
import type { DatasetFilters } from "./filters.ts";
import { modelName, useModels } from "./models.ts";
import { LiveState } from "./state-badge.tsx";

/** The datasets that match the filters, newest first. Scrolling loads more. */
export function DatasetList({ filters }: { readonly filters: DatasetFilters }): ReactNode {
  const list = useAllPages(["datasets", filters], (cursor, signal) => {
    const { organizationId, ...rest } = filters;
    const query = { ...rest, ...cursorQuery(cursor, 200) };
    if (organizationId === undefined) return api.GET("/datasets", { params: { query }, signal });
    const params = { query, path: { organizationId } };
    return api.GET("/organizations/{organizationId}/datasets", { params, signal });
  });
  return (
    <DataTable
      caption="Datasets"
      rows={list.rows}
      error={list.error}
      onRetry={list.retry}
      rowKey={({ id }) => id}
      columns={useColumns()}
      empty={emptyState(filters)}
      footer={<MoreRows list={list} noun={["dataset", "datasets"]} />}
    />
  );
}

function useColumns(): readonly Column<Dataset>[] {
  const models = useModels().data;
  const organizations = query.useQuery("get", "/me").data?.organizations;
  return useMemo(() => {
    const names = new Map(organizations?.map(({ id, name }) => [id, name]));
    return [
      {
        id: "dataset",
        header: "Dataset",
        cell: (dataset) => (
          <>
            <PageLink to="/datasets/$datasetId" params={{ datasetId: dataset.id }}>
              {datasetTitle(dataset)}
            </PageLink>
            <Text size="xs" c="dimmed">
              {modelName(models, dataset.modelId)}
            </Text>
          </>
        ),
      },
      { id: "state", header: "State", cell: (dataset) => <LiveState dataset={dataset} /> },
      { id: "images", header: "Images", isNumeric: true, cell: ({ numSamples }) => numSamples },
      {
        id: "organization",
        header: "Organization",
        cell: ({ organizationId }) => names.get(organizationId) ?? "–",
      },
      {
        id: "created",
        header: "Created",
        cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
      },
    ];
  }, [models, organizations]);
}

function emptyState(filters: DatasetFilters) {
  if (isFiltered(filters)) {
    return { title: "No dataset matches", text: "Clear a filter, or choose a longer time." };
  }
  return {
    title: "No datasets yet",
    text: "Choose a model, and describe what the images should show.",
    action: <ButtonLink to="/datasets/new">Create dataset</ButtonLink>,
  };
}
