import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Organization } from "@sinkove/contract";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useIdempotencyKey } from "../../api/idempotency-key.ts";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { nameRule } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { showDone } from "../../ui/notices.ts";
import { useRefreshOrganization } from "./refresh.ts";

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A dialog that creates an organization with the person as its owner, and opens its page. */
export function NewOrganizationDialog({ isOpen, onClose }: DialogProps): ReactNode {
  const navigate = useNavigate();
  const refresh = useRefreshOrganization();
  const headerFor = useIdempotencyKey();
  const create = async (name: string): Promise<void> => {
    const body = { name };
    const params = { header: headerFor(body) };
    const { data } = await api.POST("/organizations", { body, params });
    if (!data) return;
    await refresh();
    showDone(`${data.name} was created.`);
    const to = "/organizations/$organizationId";
    await navigate({ to, params: { organizationId: data.id } });
  };
  return (
    <NameDialog
      {...{ isOpen, onClose }}
      title="Create organization"
      action="Create"
      name=""
      onSubmit={create}
    />
  );
}

/** A dialog that renames an organization. */
export function RenameDialog(props: DialogProps & { organization: Organization }): ReactNode {
  const { isOpen, onClose, organization } = props;
  const refresh = useRefreshOrganization();
  const rename = async (name: string): Promise<void> => {
    const params = { path: { organizationId: organization.id } };
    await api.PATCH("/organizations/{organizationId}", { body: { name }, params });
    await refresh();
    onClose();
    showDone("The organization was renamed.");
  };
  return (
    <NameDialog
      {...{ isOpen, onClose }}
      title="Rename the organization"
      action="Rename"
      name={organization.name}
      onSubmit={rename}
    />
  );
}

interface NameFormProps {
  readonly name: string;
  readonly action: string;
  readonly onClose: () => void;
  readonly onSubmit: (name: string) => Promise<void>;
}

function NameDialog({
  isOpen,
  title,
  ...form
}: NameFormProps & { isOpen: boolean; title: string }) {
  return (
    <Modal
      opened={isOpen}
      onClose={form.onClose}
      title={title}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <NameForm {...form} />
    </Modal>
  );
}

function NameForm({ name, action, onClose, onSubmit }: NameFormProps): ReactNode {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name },
    validate: { name: nameRule },
  });
  const { error, isRunning, submit } = useSubmission();
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => void submit(() => onSubmit(values.name.trim())),
        focusFirstError(form),
      )}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          data-autofocus
          autoComplete="organization"
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <FormError error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isRunning}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
