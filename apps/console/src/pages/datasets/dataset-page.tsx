import type { Dataset } from "@sinkove/contract";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { type Detail, Details } from "../../ui/details.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { useDataset } from "./dataset-query.ts";
import { DatasetResult } from "./dataset-result.tsx";
import { datasetTitle } from "./dataset-title.ts";
import { DeleteDataset } from "./delete-dataset.tsx";
import { modelName, useModels } from "./models.ts";
import { StateBadge } from "./state-badge.tsx";

const route = getRouteApi("/shell/datasets/$datasetId");

/** The page of a dataset: its progress, images and arguments. */
export function DatasetPage(): ReactNode {
  const { datasetId } = route.useParams();
  const { data, error, refetch } = useDataset(datasetId);
  return (
    <>
      <PageHeader
        title={data ? datasetTitle(data) : "Dataset"}
        beside={data && <StateBadge dataset={data} />}
        actions={data && <DeleteDataset dataset={data} />}
      />
      {error ? <ErrorView error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Content dataset={data} /> : !error && <LoadingPage />}
      <PageLink to="/datasets">All datasets</PageLink>
    </>
  );
}

function Content({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const models = useModels().data;
  const { organizations } = query.useQuery("get", "/me").data ?? {};
  const organization = organizations?.find(({ id }) => id === dataset.organizationId);
  const args = Object.entries(dataset.args).map(([name, value]): Detail => [name, textOf(value)]);
  const expiresAt = dataset.metadata?.expiresAt ?? null;
  return (
    <>
      <DatasetResult dataset={dataset} />
      <Section title="Request">
        <Details
          details={[
            ["Dataset id", dataset.id],
            ["Model", modelName(models, dataset.modelId)],
            ["Images", dataset.numSamples],
            ["Organization", organization?.name ?? dataset.organizationId],
            ["Created", <RelativeTime key="created" value={dataset.createdAt} />],
            ...(expiresAt === null
              ? []
              : [["Removed", <RelativeTime key="removed" value={expiresAt} />] satisfies Detail]),
          ]}
        />
      </Section>
      <Section title="Arguments">
        <Details details={args} />
      </Section>
    </>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
