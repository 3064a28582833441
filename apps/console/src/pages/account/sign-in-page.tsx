import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";

export function SignInPage(): ReactNode {
  return <PageHeader title="Sign in" />;
}
