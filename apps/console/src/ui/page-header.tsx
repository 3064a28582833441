import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./page-header.module.css";

interface PageHeaderProps {
  readonly title: string;
  /** A sentence below the title. */
  readonly description?: ReactNode;
  /** Badges and the like beside the title. */
  readonly beside?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
}

let isFirstPage = true;

/** The heading of a page. Names the page for the browser, and takes the focus when the page is navigated to. */
export function PageHeader({ title, description, beside, actions }: PageHeaderProps): ReactNode {
  const heading = useFocusAfterNavigation();
  useEffect(() => {
    document.title = `${title} · Sinkove`;
  }, [title]);
  return (
    <header className={classes.header}>
      <div className={classes.text}>
        <Group gap="sm">
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {beside}
        </Group>
        {description && (
          <Text c="dimmed" mt={4} component="div">
            {description}
          </Text>
        )}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}

/** A screen reader starts reading at the new page's heading, as it would after loading a page. */
function useFocusAfterNavigation() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isInUse = document.activeElement?.closest("main input, main textarea, dialog");
    if (!isFirstPage && !isInUse) heading.current?.focus();
    isFirstPage = false;
  }, []);
  return heading;
}
