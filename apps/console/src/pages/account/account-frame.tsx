import { Paper } from "@mantine/core";
import type { ReactNode } from "react";
import { Mark } from "../../shell/logo.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import classes from "./account-frame.module.css";

interface AccountFrameProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Links to other pages, shown below the card. */
  readonly footer?: ReactNode;
}

/** The frame of the pages for people who are not signed in. */
export function AccountFrame({
  title,
  description,
  children,
  footer,
}: AccountFrameProps): ReactNode {
  return (
    <main className={classes.frame}>
      <div className={classes.brand}>
        <Mark />
        <span>Sinkove</span>
      </div>
      <Paper withBorder className={classes.card}>
        <PageHeader title={title} description={description} />
        {children}
      </Paper>
      {footer && <div className={classes.footer}>{footer}</div>}
    </main>
  );
}
