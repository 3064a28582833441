import { Text } from "@mantine/core";
import type { ApiKey } from "@sinkove/contract";
import { Fragment, type ReactNode } from "react";
import type { Column } from "../../table/data-table.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import classes from "./key-columns.module.css";
import { KeyMask } from "./key-mask.tsx";
import { KeyStatus } from "./key-status.tsx";
import { LastUse } from "./last-use.tsx";
import { OrganizationNames } from "./organization-names.tsx";
import { SCOPES } from "./scopes.ts";

/** The columns of the table of keys. */
export const keyColumns: readonly Column<ApiKey>[] = [
  {
    id: "name",
    header: "Name",
    cell: (apiKey) => (
      <>
        <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId: apiKey.id }}>
          {apiKey.name}
        </PageLink>
        <br />
        <KeyMask apiKey={apiKey} />
      </>
    ),
  },
  { id: "status", header: "Status", cell: (apiKey) => <KeyStatus apiKey={apiKey} /> },
  { id: "scopes", header: "Scopes", cell: ({ scopes }) => <ScopeSummary scopes={scopes} /> },
  {
    id: "organizations",
    header: "Organizations",
    cell: ({ organizationIds }) => <OrganizationNames ids={organizationIds} />,
  },
  { id: "last-used", header: "Last used", cell: (apiKey) => <LastUse apiKey={apiKey} /> },
  {
    id: "expires",
    header: "Expires",
    cell: ({ expiresAt }) => <RelativeTime value={expiresAt} />,
  },
];

const SHOWN = 2;

/** Shows the first scopes, and the number of the others. */
function ScopeSummary({ scopes }: Pick<ApiKey, "scopes">): ReactNode {
  if (scopes.length >= SCOPES.length) return "Full access";
  const more = scopes.length - SHOWN;
  return (
    <Text size="sm" title={scopes.join(", ")}>
      {scopes.slice(0, SHOWN).map((scope, index) => (
        <Fragment key={scope}>
          {index > 0 && " "}
          <span className={classes.scope}>
            {scope}
            {index < Math.min(SHOWN, scopes.length) - 1 && ","}
          </span>
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
    </Text>
  );
}
