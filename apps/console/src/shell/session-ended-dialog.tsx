import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect } from "react";
import { query } from "../api/client.ts";
import { FormError } from "../forms/form-error.tsx";
import { useSubmission } from "../forms/submission.ts";

interface SessionEndedDialogProps {
  /** Called when the person is signed in again. */
  readonly onSignedIn: () => void;
}

/** A dialog that asks to sign in again in another tab. It hides the page, and closes when the person has signed in. */
export function SessionEndedDialog({ onSignedIn }: SessionEndedDialogProps): ReactNode {
  const client = useQueryClient();
  const { error, isRunning, submit } = useSubmission();
  const look = useCallback(async (): Promise<void> => {
    await client.fetchQuery({ ...query.queryOptions("get", "/me"), staleTime: 0 });
    onSignedIn();
    await client.invalidateQueries();
  }, [client, onSignedIn]);
  useEffect(() => {
    // Without an error: the person may have come back before signing in.
    const lookAgain = (): void => void look().catch(() => undefined);
    window.addEventListener("focus", lookAgain);
    return () => window.removeEventListener("focus", lookAgain);
  }, [look]);
  return (
    <Modal
      opened
      onClose={() => undefined}
      title="Your session has ended"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      overlayProps={{ backgroundOpacity: 1, color: "var(--mantine-color-body)" }}
    >
      <Stack gap="md">
        <Text size="sm">
          This page stays as you left it. Sign in in another tab, then come back to continue.
        </Text>
        <FormError error={error} />
        <Group justify="flex-end" gap="xs">
          <Button
            {...ABOVE}
            variant="default"
            loading={isRunning}
            onClick={() => void submit(look)}
          >
            Continue
          </Button>
          <Button {...ABOVE} component="a" href="/console/sign-in" target="_blank" data-autofocus>
            Sign in
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Escape must not close a dialog of the page below, because what was entered there would be lost. */
const ABOVE = { "data-mantine-stop-propagation": true };
