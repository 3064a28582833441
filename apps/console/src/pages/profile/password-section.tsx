import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { auth } from "../../api/auth.ts";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { PASSWORD_LENGTH, passwordRule, required } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { UsernameField } from "../../forms/username-field.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { useRefreshProfile } from "./profile-query.ts";

/** A form to change the person's password. It ends the other sessions. */
export function PasswordSection({ email }: { readonly email: string }): ReactNode {
  const refresh = useRefreshProfile();
  const { error, isRunning, submit } = useSubmission();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { current: "", next: "" },
    validate: { current: required("Enter your current password."), next: passwordRule },
  });
  const change = async ({ current, next }: typeof form.values): Promise<void> => {
    await auth.changePassword(current, next);
    form.reset();
    await refresh();
    showDone("Your password was changed. Other devices were signed out.");
  };
  return (
    <Section title="Password" description="Changing it signs out your other devices.">
      <form
        noValidate
        onSubmit={form.onSubmit(
          (values) => void submit(() => change(values)),
          focusFirstError(form),
        )}
      >
        <Stack gap="sm" maw="28rem">
          <UsernameField email={email} />
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            key={form.key("current")}
            {...form.getInputProps("current")}
          />
          <PasswordInput
            label="New password"
            description={`${PASSWORD_LENGTH} characters or more. A sentence is easy to remember.`}
            autoComplete="new-password"
            key={form.key("next")}
            {...form.getInputProps("next")}
          />
          <FormError error={error} />
          <Group>
            <Button type="submit" variant="default" loading={isRunning}>
              Change the password
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
