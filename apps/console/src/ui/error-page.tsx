import type { ReactNode } from "react";
import { ErrorView } from "./error-view.tsx";
import classes from "./outside.module.css";
import { PageHeader } from "./page-header.tsx";

/** Replaces the whole console if it cannot start, or after an unexpected error. */
export function ErrorPage({ error }: { readonly error: unknown }): ReactNode {
  return (
    <main className={classes.outside}>
      <PageHeader title="The console cannot be shown" />
      <ErrorView error={error} />
    </main>
  );
}
