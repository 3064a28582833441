import { Button, Group, Select, Stack } from "@mantine/core";
import type { MemberRole } from "@sinkove/contract";
import { type ReactNode, useState } from "react";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { ROLE_RIGHTS, ROLES, roleOf } from "./roles.ts";

interface RoleFormProps {
  readonly role: MemberRole;
  readonly onCancel: () => void;
  readonly onSubmit: (role: MemberRole) => Promise<void>;
}

/** A form to change the role of a member. */
export function RoleForm({ role, onCancel, onSubmit }: RoleFormProps): ReactNode {
  const [chosen, setChosen] = useState(role);
  const { error, isRunning, submit } = useSubmission();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(() => onSubmit(chosen));
      }}
    >
      <Stack gap="md">
        <Select
          label="Role"
          description={ROLE_RIGHTS[chosen]}
          data={ROLES}
          allowDeselect={false}
          value={chosen}
          onChange={(value) => setChosen(roleOf(value))}
          data-autofocus
        />
        <FormError error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={isRunning} disabled={chosen === role}>
            Change role
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
