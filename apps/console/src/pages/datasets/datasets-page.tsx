import { IconPlus } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PAGES } from "../../host/pages.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { DatasetFilterBar } from "./dataset-filters.tsx";
import { DatasetList } from "./dataset-list.tsx";

const route = getRouteApi("/shell/datasets");

/** The page of the datasets of the person's organizations. */
export function DatasetsPage(): ReactNode {
  const filters = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        {...PAGES["/datasets"].heading}
        actions={
          <ButtonLink to="/datasets/new" leftSection={<IconPlus size={16} aria-hidden />}>
            Create dataset
          </ButtonLink>
        }
      />
      <DatasetFilterBar
        filters={filters}
        onChange={(search) => void navigate({ to: "/datasets", search, replace: true })}
      />
      <DatasetList filters={filters} />
    </>
  );
}
