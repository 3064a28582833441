import { Paper } from "@mantine/core";
import type { ReactNode } from "react";
import { Mark } from "../../shell/logo.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import classes from "./account-frame.module.css";

interface AccountFrameProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Below the card: where else to go. */
  readonly footer?: ReactNode;
}

/** The frame of the pages of a person who is not signed in. */
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
