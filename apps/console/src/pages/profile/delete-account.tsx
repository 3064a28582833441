import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, query } from "../../api/client.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";

/** A button that deletes the person's account after a confirmation. */
export function DeleteAccount(): ReactNode {
  const [isOpen, { open, close }] = useDisclosure(false);
  const { data } = query.useQuery("get", "/me");
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async (): Promise<void> => {
    await api.DELETE("/me");
    client.clear();
    showDone("Your account was deleted.");
    await navigate({ to: "/sign-in", replace: true });
  };
  return (
    <Section title="Delete the account">
      <Text size="sm" mb="md">
        This revokes your API keys, signs you out everywhere, and erases your name and email
        address. Datasets belong to organizations and stay.
      </Text>
      <Button color="red" variant="light" onClick={open}>
        Delete my account
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title="Delete your account?"
        action="Delete my account"
        typed={data?.account.email ?? data?.account.name ?? "delete"}
        onConfirm={remove}
      >
        <Text size="sm">
          This cannot be undone. If you are the last owner of an organization, make another member
          an owner or delete the organization first.
        </Text>
      </ConfirmDialog>
    </Section>
  );
}
