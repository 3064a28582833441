import { Button, Group, Text } from "@mantine/core";
import type { Organization } from "@sinkove/contract";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api } from "../../api/client.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { useRefreshOrganization } from "./refresh.ts";
import { roleAllows } from "./roles.ts";

/** Buttons that leave or delete an organization after a confirmation. */
export function EndOrganization(props: { readonly organization: Organization }): ReactNode {
  const { id, name, role } = props.organization;
  const [asked, setAsked] = useState<"leave" | "delete">();
  const finish = useFinish();
  const params = { path: { organizationId: id } };
  const leave = async (): Promise<void> => {
    await api.DELETE("/me/organizations/{organizationId}", { params });
    await finish(`You left ${name}.`);
  };
  const remove = async (): Promise<void> => {
    await api.DELETE("/organizations/{organizationId}", { params });
    await finish(`${name} was deleted.`);
  };
  const close = (): void => setAsked(undefined);
  return (
    <Section title="Leave or delete">
      <Group gap="xs">
        <Button variant="default" onClick={() => setAsked("leave")}>
          Leave
        </Button>
        {roleAllows(role, "organizations:write") && (
          <Button variant="default" onClick={() => setAsked("delete")}>
            Delete the organization
          </Button>
        )}
      </Group>
      <ConfirmDialog
        isOpen={asked === "leave"}
        onClose={close}
        title={`Leave ${name}?`}
        action="Leave"
        onConfirm={leave}
      >
        <Text size="sm">
          You and your API keys lose access to it at once. To come back, you need an invitation.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === "delete"}
        onClose={close}
        title={`Delete ${name}?`}
        action="Delete"
        typed={name}
        onConfirm={remove}
      >
        <Text size="sm">
          Its members, invitations, models and credits are gone for good. Delete its datasets first.
        </Text>
      </ConfirmDialog>
    </Section>
  );
}

function useFinish(): (message: string) => Promise<void> {
  const navigate = useNavigate();
  const refresh = useRefreshOrganization();
  return async (message) => {
    await navigate({ to: "/organizations" });
    await refresh();
    showDone(message);
  };
}
