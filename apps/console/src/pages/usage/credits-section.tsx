import type { Organization } from "@sinkove/contract";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { numberText } from "../../ui/number-text.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { Section } from "../../ui/section.tsx";

const COLUMNS: readonly Column<Organization>[] = [
  {
    id: "organization",
    header: "Organization",
    cell: ({ id, name }) => (
      <PageLink to="/organizations/$organizationId" params={{ organizationId: id }}>
        {name}
      </PageLink>
    ),
  },
  {
    id: "credits",
    header: "Credits left",
    isNumeric: true,
    cell: ({ credits }) => numberText(credits),
  },
  {
    id: "datasets",
    header: "Spent on",
    cell: ({ id }) => (
      <PageLink to="/datasets" search={{ organizationId: id }}>
        Datasets
      </PageLink>
    ),
  },
];

/** The remaining credits of each organization. */
export function CreditsSection(): ReactNode {
  const { data, error, refetch } = query.useQuery("get", "/me");
  return (
    <Section title="Credits" description="Each image that is generated costs one credit.">
      <DataTable
        caption="Credits by organization"
        rows={data?.organizations}
        error={error}
        onRetry={() => void refetch()}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        empty={{ title: "You are in no organization yet" }}
      />
    </Section>
  );
}
