import { Modal, Text } from "@mantine/core";
import type { Member, MemberRole, Organization } from "@sinkove/contract";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { useRefreshOrganization } from "./refresh.ts";
import { RoleForm } from "./role-form.tsx";

/** The action on a member for which a dialog is open. */
export interface MemberTask {
  readonly kind: "role" | "remove";
  readonly member: Member;
}

interface MemberDialogProps {
  readonly organization: Organization;
  readonly task: MemberTask | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The dialogs that change a member's role or remove the member. */
export function MemberDialog({
  organization,
  task,
  onClose,
  onDone,
}: MemberDialogProps): ReactNode {
  const refresh = useRefreshOrganization();
  const member = task?.member;
  const params = { path: { organizationId: organization.id, accountId: member?.accountId ?? "" } };
  const path = "/organizations/{organizationId}/members/{accountId}";
  const change = async (role: MemberRole): Promise<void> => {
    await api.PATCH(path, { params, body: { role } });
    await refresh();
    onDone();
    onClose();
    showDone("The role was changed.");
  };
  const remove = async (): Promise<void> => {
    await api.DELETE(path, { params });
    onDone();
    showDone(`${member?.name} was removed.`);
  };
  return (
    <>
      <Modal
        opened={task?.kind === "role"}
        onClose={onClose}
        title={`Role of ${member?.name}`}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        {member && <RoleForm role={member.role} onCancel={onClose} onSubmit={change} />}
      </Modal>
      <ConfirmDialog
        isOpen={task?.kind === "remove"}
        onClose={onClose}
        title={`Remove ${member?.name}?`}
        action="Remove"
        onConfirm={remove}
      >
        <Text size="sm">
          {member?.name} and their API keys lose access to {organization.name} at once. Datasets
          stay.
        </Text>
      </ConfirmDialog>
    </>
  );
}
