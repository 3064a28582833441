import { Button, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { auth } from "../api/auth.ts";
import { FormError } from "../forms/form-error.tsx";
import { useSubmission } from "../forms/submission.ts";
import { showDone } from "./notices.ts";

/** A button that sends the link to confirm an email address again. */
export function SendConfirmation({ email }: { readonly email: string }): ReactNode {
  const { error, isRunning, submit } = useSubmission();
  const send = async (): Promise<void> => {
    await auth.sendVerificationEmail(email);
    showDone(`We sent a link to ${email}.`);
  };
  return (
    <Stack gap="sm" align="flex-start">
      <FormError error={error} />
      <Button size="xs" variant="default" loading={isRunning} onClick={() => void submit(send)}>
        Send the link again
      </Button>
    </Stack>
  );
}
