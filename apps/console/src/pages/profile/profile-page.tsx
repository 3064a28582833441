import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";

export function ProfilePage(): ReactNode {
  return <PageHeader title="Profile" />;
}
