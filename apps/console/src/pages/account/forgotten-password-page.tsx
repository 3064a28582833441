import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useState } from "react";
import { auth } from "../../api/auth.ts";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { emailRule } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { PAGES } from "../../host/pages.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { AccountFrame } from "./account-frame.tsx";

/** Sends a link to reset the password. Does not reveal whether there is an account with the email address. */
export function ForgottenPasswordPage(): ReactNode {
  const [mailedTo, setMailedTo] = useState<string>();
  const footer = <PageLink to="/sign-in">Back to sign-in</PageLink>;
  if (mailedTo !== undefined) {
    return (
      <AccountFrame
        key="mailed"
        title="Check your email"
        description={`If there is an account with the address ${mailedTo}, we sent it a link to choose a new password. The link works for one hour.`}
        footer={footer}
      />
    );
  }
  return (
    <AccountFrame key="form" {...PAGES["/forgotten-password"].heading} footer={footer}>
      <AddressForm onMailed={setMailedTo} />
    </AccountFrame>
  );
}

function AddressForm({ onMailed }: { readonly onMailed: (email: string) => void }): ReactNode {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "" },
    validate: { email: emailRule },
  });
  const { error, isRunning, submit } = useSubmission();
  const send = async (email: string): Promise<void> => {
    await auth.requestPasswordReset(email);
    onMailed(email);
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ email }) => void submit(() => send(email.trim())),
        focusFirstError(form),
      )}
    >
      <Stack gap="md">
        <TextInput
          label="Email address"
          type="email"
          autoComplete="username"
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <FormError error={error} />
        <Button type="submit" loading={isRunning} fullWidth>
          Send the link
        </Button>
      </Stack>
    </form>
  );
}
