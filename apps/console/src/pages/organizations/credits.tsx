import { Group, Text } from "@mantine/core";
import type { CreditEntry, Organization } from "@sinkove/contract";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { numberText } from "../../ui/number-text.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { KeyName } from "../requests/key-name.tsx";
import { amountText, entryText } from "./credit-entry-text.ts";
import { LowCredits } from "./low-credits.tsx";

const SHOWN = 20;

const COLUMNS: readonly Column<CreditEntry>[] = [
  { id: "change", header: "Change", cell: (entry) => <Change entry={entry} /> },
  { id: "actor", header: "By", cell: (entry) => <By entry={entry} /> },
  { id: "when", header: "When", cell: ({ createdAt }) => <RelativeTime value={createdAt} /> },
  { id: "credits", header: "Credits", isNumeric: true, cell: ({ amount }) => amountText(amount) },
];

/** The remaining credits of an organization, and their latest changes. */
export function Credits({ organization }: { readonly organization: Organization }): ReactNode {
  const organizationId = organization.id;
  const params = { path: { organizationId }, query: { limit: SHOWN } };
  const path = "/organizations/{organizationId}/credit-entries";
  const { data, error, refetch } = query.useQuery("get", path, { params });
  return (
    <Section title="Credits" description="Each image that is generated costs one credit.">
      <Group align="baseline" gap={6} mb="md">
        <Text fz={28} fw={650} lh={1}>
          {numberText(organization.credits)}
        </Text>
        <Text c="dimmed">left</Text>
      </Group>
      <LowCredits organization={organization} />
      <DataTable
        caption={`The last ${SHOWN} changes of the credits`}
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        empty={{ title: "The organization has never had credits" }}
        footer={
          <PageLink to="/datasets" search={{ organizationId }}>
            All datasets of this organization
          </PageLink>
        }
      />
    </Section>
  );
}

/** The description of an entry, with a link to its dataset, which may have been deleted. */
function Change({ entry }: { readonly entry: CreditEntry }): ReactNode {
  const { datasetId } = entry;
  if (datasetId === null) return entryText(entry);
  return (
    <PageLink to="/datasets/$datasetId" params={{ datasetId }}>
      {entryText(entry)}
    </PageLink>
  );
}

/** The actor of the change. */
function By({ entry: { actor, kind } }: { readonly entry: CreditEntry }): ReactNode {
  const { data } = query.useQuery("get", "/me");
  if (actor === null) return kind === "refund" ? "the service" : "an operator of the service";
  if (actor.type === "person") return actor.id === data?.account.id ? "you" : "another person";
  return <KeyName apiKeyId={actor.id} />;
}
