import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./page-header.module.css";

interface PageHeaderProps {
  readonly title: string;
  /** A sentence below the title. */
  readonly description?: ReactNode;
  /** Content beside the title, such as a badge. */
  readonly beside?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
}

let isFirstPage = true;

/** The heading of a page. Sets the document's title, and takes the focus after a navigation. */
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

/** Moves the focus to the heading after a navigation, so that screen readers start there. */
function useFocusAfterNavigation() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isInUse = document.activeElement?.closest("main input, main textarea, dialog");
    if (!isFirstPage && !isInUse) heading.current?.focus();
    isFirstPage = false;
  }, []);
  return heading;
}
