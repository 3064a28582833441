import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./outside.module.css";
import { PageHeader } from "./page-header.tsx";

/** The page of an address that has none. */
export function NotFound(): ReactNode {
  return (
    <main className={classes.outside}>
      <PageHeader title="Page not found" />
      <Text>
        There is no page at this address.{" "}
        <Anchor renderRoot={(props) => <Link to="/api-keys" {...props} />}>
          Go to your API keys
        </Anchor>
      </Text>
    </main>
  );
}
