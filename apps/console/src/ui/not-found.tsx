import type { ReactNode } from "react";
import { ButtonLink } from "./button-link.tsx";
import classes from "./outside.module.css";
import { PageHeader } from "./page-header.tsx";

/** The page for unknown addresses. */
export function NotFound(): ReactNode {
  return (
    <main className={classes.outside}>
      <PageHeader
        title="Page not found"
        description="This address does not belong to a page. Check it, or start from your API keys."
      />
      <ButtonLink to="/api-keys">Go to your API keys</ButtonLink>
    </main>
  );
}
