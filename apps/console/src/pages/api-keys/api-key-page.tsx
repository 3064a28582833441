import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";

export function ApiKeyPage(): ReactNode {
  return <PageHeader title="API key" />;
}
