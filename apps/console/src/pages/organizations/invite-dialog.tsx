import { Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { MemberRole } from "@sinkove/contract";
import { type ReactNode, useState } from "react";
import { api } from "../../api/client.ts";
import { useIdempotencyKey } from "../../api/idempotency-key.ts";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { emailRule } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { Secret } from "../../ui/secret.tsx";
import { useShownOnce } from "../../ui/shown-once.ts";
import { ROLE_RIGHTS, ROLES, roleOf } from "./roles.ts";

interface InviteDialogProps {
  readonly organizationId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A dialog that invites a person by email and then shows the link of the invitation once. */
export function InviteDialog({
  organizationId,
  isOpen,
  onClose,
  onDone,
}: InviteDialogProps): ReactNode {
  const [token, setToken] = useShownOnce<string>();
  const close = (): void => {
    setToken(undefined);
    onClose();
  };
  const invited = (invitation: { readonly token: string } | undefined): void => {
    setToken(invitation?.token);
    onDone();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Invite a person"
      closeButtonProps={{ "aria-label": "Close" }}
      // The link is shown only once, so then only a button closes the dialog.
      closeOnClickOutside={false}
      closeOnEscape={token === undefined}
    >
      {token === undefined ? (
        <InviteForm organizationId={organizationId} onCancel={close} onInvited={invited} />
      ) : (
        <InvitationLink token={token} onClose={close} />
      )}
    </Modal>
  );
}

interface InviteFormProps {
  readonly organizationId: string;
  readonly onCancel: () => void;
  readonly onInvited: (invitation: { readonly token: string } | undefined) => void;
}

function InviteForm({ organizationId, onCancel, onInvited }: InviteFormProps): ReactNode {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "" },
    validate: { email: emailRule },
  });
  const [role, setRole] = useState<MemberRole>("member");
  const headerFor = useIdempotencyKey();
  const { error, isRunning, submit } = useSubmission();
  const invite = async ({ email }: typeof form.values): Promise<void> => {
    const body = { email: email.trim(), role };
    const params = { path: { organizationId }, header: headerFor(body) };
    const path = "/organizations/{organizationId}/invitations";
    const { data } = await api.POST(path, { params, body });
    onInvited(data);
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => void submit(() => invite(values)), focusFirstError(form))}
    >
      <Stack gap="md">
        <TextInput
          label="Email address"
          type="email"
          autoComplete="off"
          data-autofocus
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <Select
          label="Role"
          description={ROLE_RIGHTS[role]}
          data={ROLES}
          allowDeselect={false}
          value={role}
          onChange={(value) => setRole(roleOf(value))}
        />
        <FormError error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={isRunning}>
            Invite
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface InvitationLinkProps {
  readonly token: string;
  readonly onClose: () => void;
}

function InvitationLink({ token, onClose }: InvitationLinkProps): ReactNode {
  const link = `${window.location.origin}/console/invitations#token=${encodeURIComponent(token)}`;
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        We sent the invitation by email. You can also pass this link on yourself. It is shown only
        now, and works once.
      </Text>
      <Secret value={link} label="link" />
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
