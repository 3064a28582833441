import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Invitation } from "@sinkove/contract";
import { IconMailPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { api } from "../../api/client.ts";
import { cursorQuery } from "../../api/pages.ts";
import { useAllPages } from "../../table/all-pages.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { MoreRows } from "../../table/more-rows.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { ROLE_LABELS } from "./roles.ts";

/** The open invitations of an organization. */
export function Invitations({ organizationId }: { readonly organizationId: string }): ReactNode {
  const [isInviting, { open, close }] = useDisclosure(false);
  const [revoked, setRevoked] = useState<Invitation>();
  const list = useAllPages(["invitations", organizationId], (cursor, signal) => {
    const params = { path: { organizationId }, query: cursorQuery(cursor, 100) };
    return api.GET("/organizations/{organizationId}/invitations", { params, signal });
  });
  const revoke = async (): Promise<void> => {
    const path = { organizationId, invitationId: revoked?.id ?? "" };
    await api.DELETE("/organizations/{organizationId}/invitations/{invitationId}", {
      params: { path },
    });
    list.restart();
    showDone("The invitation was revoked.");
  };
  return (
    <Section
      title="Invitations"
      description="An invitation can be accepted within seven days."
      actions={
        <Button leftSection={<IconMailPlus size={16} aria-hidden />} onClick={open}>
          Invite
        </Button>
      }
    >
      <DataTable
        caption="Open invitations"
        rows={list.rows}
        error={list.error}
        onRetry={list.retry}
        rowKey={({ id }) => id}
        columns={[...COLUMNS, revokeColumn(setRevoked)]}
        empty={{ title: "No open invitations" }}
        footer={
          list.hasMore ? <MoreRows list={list} noun={["invitation", "invitations"]} /> : undefined
        }
      />
      <InviteDialog
        organizationId={organizationId}
        isOpen={isInviting}
        onClose={close}
        onDone={list.restart}
      />
      <ConfirmDialog
        isOpen={revoked !== undefined}
        onClose={() => setRevoked(undefined)}
        title="Revoke this invitation?"
        action="Revoke"
        onConfirm={revoke}
      >
        <Text size="sm">The link that {revoked?.email} got stops working.</Text>
      </ConfirmDialog>
    </Section>
  );
}

const COLUMNS: readonly Column<Invitation>[] = [
  { id: "email", header: "Email address", cell: ({ email }) => email },
  { id: "role", header: "Role", cell: ({ role }) => ROLE_LABELS[role] ?? role },
  {
    id: "expires",
    header: "Expires",
    cell: ({ expiresAt }) => <RelativeTime value={expiresAt} />,
  },
];

function revokeColumn(onRevoke: (invitation: Invitation) => void): Column<Invitation> {
  return {
    id: "actions",
    header: "Actions",
    isHeaderHidden: true,
    isNumeric: true,
    cell: (invitation) => (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Revoke the invitation of ${invitation.email}`}
        onClick={() => onRevoke(invitation)}
      >
        Revoke
      </Button>
    ),
  };
}
