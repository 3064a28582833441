import { Group, Text } from "@mantine/core";
import type { Dataset, Organization } from "@sinkove/contract";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { numberText } from "../../ui/number-text.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { datasetTitle } from "../datasets/dataset-title.ts";

const COLUMNS: readonly Column<Dataset>[] = [
  {
    id: "dataset",
    header: "Dataset",
    cell: (dataset) => (
      <PageLink to="/datasets/$datasetId" params={{ datasetId: dataset.id }}>
        {datasetTitle(dataset)}
      </PageLink>
    ),
  },
  {
    id: "created",
    header: "Created",
    cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
  },
  { id: "credits", header: "Credits", isNumeric: true, cell: creditsOf },
];

/** How many credits an organization has left, and what took the last of them. */
export function Credits({ organization }: { readonly organization: Organization }): ReactNode {
  const organizationId = organization.id;
  const params = { path: { organizationId }, query: { limit: 5 } };
  const path = "/organizations/{organizationId}/datasets";
  const { data, error, refetch } = query.useQuery("get", path, { params });
  return (
    <Section title="Credits" description="Each image that is generated costs one credit.">
      <Group align="baseline" gap={6} mb="md">
        <Text fz={28} fw={650} lh={1}>
          {numberText(organization.credits)}
        </Text>
        <Text c="dimmed">left</Text>
      </Group>
      <DataTable
        caption="The datasets that took credits last"
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        empty={{ title: "No dataset has taken credits yet" }}
        footer={
          <PageLink to="/datasets" search={{ organizationId }}>
            All datasets of this organization
          </PageLink>
        }
      />
    </Section>
  );
}

function creditsOf({ numSamples, metadata }: Dataset): ReactNode {
  if (metadata?.state === "FAILED") return "0 (given back)";
  return numberText(numSamples);
}
