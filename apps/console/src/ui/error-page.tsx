import type { ReactNode } from "react";
import { ErrorView } from "./error-view.tsx";
import classes from "./outside.module.css";
import { PageHeader } from "./page-header.tsx";

/** In place of the whole console, if it cannot begin, or a defect has stopped it. */
export function ErrorPage({ error }: { readonly error: unknown }): ReactNode {
  return (
    <main className={classes.outside}>
      <PageHeader title="The console cannot be shown" />
      <ErrorView error={error} />
    </main>
  );
}
