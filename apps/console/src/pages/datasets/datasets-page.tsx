import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";

export function DatasetsPage(): ReactNode {
  return <PageHeader title="Datasets" />;
}
