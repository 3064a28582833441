import type { Model, Organization } from "@sinkove/contract";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { PAGES } from "../../host/pages.ts";
import { EmptyState } from "../../table/empty-state.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useModels } from "./models.ts";
import { NewDatasetForm } from "./new-dataset-form.tsx";

/** The page that creates a dataset. */
export function NewDatasetPage(): ReactNode {
  const models = useModels();
  const me = query.useQuery("get", "/me");
  const error = models.error ?? me.error;
  return (
    <>
      <PageHeader {...PAGES["/datasets/new"].heading} />
      {models.data && me.data ? (
        <Form models={models.data} organizations={me.data.organizations} />
      ) : error ? (
        <ErrorView error={error} onRetry={() => void models.refetch()} />
      ) : (
        <LoadingPage />
      )}
    </>
  );
}

interface FormProps {
  readonly models: readonly Model[];
  readonly organizations: readonly Organization[];
}

function Form({ models, organizations }: FormProps): ReactNode {
  const [model] = models;
  const organization = organizations.find(({ credits }) => credits > 0) ?? organizations[0];
  if (!organization) {
    return (
      <EmptyState
        title="You are in no organization yet"
        text="Datasets belong to an organization, which has the credits for them. Create one, or ask to be invited."
        action={<ButtonLink to="/organizations">Organizations</ButtonLink>}
      />
    );
  }
  if (!model) return <EmptyState title="No models available" />;
  return <NewDatasetForm {...{ models, organizations, model, organization }} />;
}
