import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";

export function GenerateKeyPage(): ReactNode {
  return <PageHeader title="Generate key" />;
}
