import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./outside.module.css";
import { PageHeader } from "./page-header.tsx";
import { PageLink } from "./page-link.tsx";

/** The page of an address that has none. */
export function NotFound(): ReactNode {
  return (
    <main className={classes.outside}>
      <PageHeader title="Page not found" />
      <Text>
        There is no page at this address. <PageLink to="/api-keys">Go to your API keys</PageLink>
      </Text>
    </main>
  );
}
