import { Button, PasswordInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useState } from "react";
import { auth } from "../../api/auth.ts";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { PASSWORD_LENGTH, passwordRule } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { AccountFrame } from "./account-frame.tsx";
import { forgetToken, tokenOf } from "./link-token.ts";

const PATH = "/reset-password";

/** The page of a mailed link, on which a person chooses a new password. */
export function ResetPasswordPage(): ReactNode {
  const token = tokenOf(PATH);
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <AccountFrame
        key="done"
        title="Password changed"
        description="Your other sessions have ended."
      >
        <ButtonLink to="/sign-in" fullWidth>
          Sign in
        </ButtonLink>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame
      key="form"
      title="Choose a new password"
      footer={<PageLink to="/forgotten-password">Ask for a new link</PageLink>}
    >
      {token === undefined ? (
        <Text size="sm">Open the link in the email that we sent you. It works once.</Text>
      ) : (
        <NewPasswordForm token={token} onDone={() => setDone(true)} />
      )}
    </AccountFrame>
  );
}

interface NewPasswordFormProps {
  readonly token: string;
  readonly onDone: () => void;
}

function NewPasswordForm({ token, onDone }: NewPasswordFormProps): ReactNode {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { password: "" },
    validate: { password: passwordRule },
  });
  const { error, isRunning, submit } = useSubmission();
  const reset = async (password: string): Promise<void> => {
    await auth.resetPassword(password, token);
    forgetToken(PATH);
    onDone();
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ password }) => void submit(() => reset(password)),
        focusFirstError(form),
      )}
    >
      <Stack gap="md">
        <PasswordInput
          label="New password"
          description={`${PASSWORD_LENGTH} characters or more.`}
          autoComplete="new-password"
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        <FormError error={error} />
        <Button type="submit" loading={isRunning} fullWidth>
          Change the password
        </Button>
      </Stack>
    </form>
  );
}
