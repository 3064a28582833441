import { Button, Checkbox, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { AuthError, auth } from "../../api/auth.ts";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { emailRule, required } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { SendConfirmation } from "../../ui/send-confirmation.tsx";

interface PasswordFormProps {
  readonly onDone: () => void;
  readonly onSecondFactor: () => void;
}

/** A form for the email address and the password. */
export function PasswordForm({ onDone, onSecondFactor }: PasswordFormProps): ReactNode {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "", rememberMe: true },
    validate: { email: emailRule, password: required("Enter your password.") },
  });
  const { error, isRunning, submit } = useSubmission();
  const signIn = async (person: typeof form.values): Promise<void> => {
    const { twoFactorRedirect } = await auth.signIn({ ...person, email: person.email.trim() });
    if (twoFactorRedirect) onSecondFactor();
    else onDone();
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => void submit(() => signIn(values)), focusFirstError(form))}
    >
      <Stack gap="md">
        <TextInput
          label="Email address"
          type="email"
          autoComplete="username"
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        <Checkbox
          label="Stay signed in on this device"
          key={form.key("rememberMe")}
          {...form.getInputProps("rememberMe", { type: "checkbox" })}
        />
        <FormError error={error} />
        {error instanceof AuthError && error.code === "EMAIL_NOT_VERIFIED" && (
          <SendConfirmation email={form.getValues().email.trim()} />
        )}
        <Button type="submit" loading={isRunning} fullWidth>
          Sign in
        </Button>
        <Text size="sm">
          <PageLink to="/forgotten-password">Forgot your password?</PageLink>
        </Text>
      </Stack>
    </form>
  );
}
