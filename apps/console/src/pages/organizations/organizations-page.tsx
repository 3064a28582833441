import { Badge, Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Organization } from "@sinkove/contract";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { numberText } from "../../ui/number-text.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { NewOrganizationDialog } from "./organization-name-dialog.tsx";
import { ROLE_LABELS } from "./roles.ts";

const COLUMNS: readonly Column<Organization>[] = [
  {
    id: "name",
    header: "Organization",
    cell: ({ id, name }) => (
      <PageLink to="/organizations/$organizationId" params={{ organizationId: id }}>
        {name}
      </PageLink>
    ),
  },
  {
    id: "role",
    header: "Your role",
    cell: ({ role }) => (
      <Badge variant="light" tt="none">
        {ROLE_LABELS[role] ?? role}
      </Badge>
    ),
  },
  {
    id: "credits",
    header: "Credits",
    isNumeric: true,
    cell: ({ credits }) => numberText(credits),
  },
];

/** The page of the person's organizations. */
export function OrganizationsPage(): ReactNode {
  const { data, error, refetch } = query.useQuery("get", "/me");
  const [isOpen, { open, close }] = useDisclosure(false);
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      Create organization
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Organizations"
        description="An organization has members, datasets and the credits that pay for them."
        actions={create}
      />
      <DataTable
        caption="Organizations"
        rows={data?.organizations}
        error={error}
        onRetry={() => void refetch()}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        empty={{
          title: "You are in no organization yet",
          text: "Create one, or open the link of an invitation.",
        }}
      />
      <NewOrganizationDialog isOpen={isOpen} onClose={close} />
    </>
  );
}
