import { Button, Group, Text } from "@mantine/core";
import type { Member, Organization } from "@sinkove/contract";
import { type ReactNode, useState } from "react";
import { api, query } from "../../api/client.ts";
import { cursorQuery } from "../../api/pages.ts";
import { useAllPages } from "../../table/all-pages.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { MoreRows } from "../../table/more-rows.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { MemberDialog, type MemberTask } from "./member-dialog.tsx";
import { ROLE_LABELS, roleAllows } from "./roles.ts";

/** The members of an organization. Owners can change roles and remove members. */
export function Members({ organization }: { readonly organization: Organization }): ReactNode {
  const [task, setTask] = useState<MemberTask>();
  const me = query.useQuery("get", "/me").data?.account.id;
  const mayChange = roleAllows(organization.role, "members:write");
  const list = useAllPages(["members", organization.id], (cursor, signal) => {
    const params = { path: { organizationId: organization.id }, query: cursorQuery(cursor, 100) };
    return api.GET("/organizations/{organizationId}/members", { params, signal });
  });
  return (
    <Section title="Members">
      <DataTable
        caption="Members"
        rows={list.rows}
        error={list.error}
        onRetry={list.retry}
        rowKey={({ accountId }) => accountId}
        columns={mayChange ? [...columnsFor(me), actions(me, setTask)] : columnsFor(me)}
        empty={{ title: "No members" }}
        footer={list.hasMore ? <MoreRows list={list} noun={["member", "members"]} /> : undefined}
      />
      <MemberDialog
        organization={organization}
        task={task}
        onClose={() => setTask(undefined)}
        onDone={list.restart}
      />
    </Section>
  );
}

function columnsFor(me: string | undefined): readonly Column<Member>[] {
  return [
    {
      id: "name",
      header: "Name",
      cell: ({ name, email, accountId }) => (
        <>
          <Text fw={500} size="sm">
            {name}
            {accountId === me && " (you)"}
          </Text>
          <Text size="xs" c="dimmed">
            {email ?? "No email address"}
          </Text>
        </>
      ),
    },
    { id: "role", header: "Role", cell: ({ role }) => ROLE_LABELS[role] ?? role },
    {
      id: "joined",
      header: "Joined",
      cell: ({ joinedAt }) => <RelativeTime value={joinedAt} never="Not recorded" />,
    },
  ];
}

function actions(me: string | undefined, onTask: (task: MemberTask) => void): Column<Member> {
  return {
    id: "actions",
    header: "Actions",
    isHeaderHidden: true,
    isNumeric: true,
    cell: (member) => (
      <Group gap="xs" justify="flex-end">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Change role of ${member.name}`}
          onClick={() => onTask({ kind: "role", member })}
        >
          Change role
        </Button>
        {member.accountId !== me && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Remove ${member.name}`}
            onClick={() => onTask({ kind: "remove", member })}
          >
            Remove
          </Button>
        )}
      </Group>
    ),
  };
}
