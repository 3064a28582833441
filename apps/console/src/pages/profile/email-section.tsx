import { Alert, Badge, Button, Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useState } from "react";
import { auth, type Profile } from "../../api/auth.ts";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { emailRule, required } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { UsernameField } from "../../forms/username-field.tsx";
import { Section } from "../../ui/section.tsx";
import { SendConfirmation } from "../../ui/send-confirmation.tsx";
import { useRefreshProfile } from "./profile-query.ts";

/** The person's email address, whether it is confirmed, and a form to change it. */
export function EmailSection({ profile }: { readonly profile: Profile }): ReactNode {
  const [pending, setPending] = useState<string>();
  return (
    <Section
      title="Email address"
      description="You sign in with this address, and receive emails at it."
    >
      <Stack gap="md" maw="28rem">
        <Group gap="xs">
          <Text>{profile.email}</Text>
          <Badge variant="light" color={profile.emailVerified ? "teal" : "orange"} tt="none">
            {profile.emailVerified ? "Confirmed" : "Not confirmed"}
          </Badge>
        </Group>
        {!profile.emailVerified && <SendAgain email={profile.email} />}
        {pending !== undefined && (
          <Alert color="petrol" role="status" title="Confirm the change">
            We sent a link. Open it to change your address to {pending}. Until then, the old one
            stays.
          </Alert>
        )}
        <ChangeEmail current={profile.email} onSent={setPending} />
      </Stack>
    </Section>
  );
}

function SendAgain({ email }: { readonly email: string }): ReactNode {
  return (
    <Alert color="orange" title="Confirm your address">
      <Text size="sm" mb="sm">
        Open the link in the email that we sent you. Until then, you cannot accept invitations.
      </Text>
      <SendConfirmation email={email} />
    </Alert>
  );
}

interface ChangeEmailProps {
  readonly current: string;
  readonly onSent: (email: string) => void;
}

function ChangeEmail({ current, onSent }: ChangeEmailProps): ReactNode {
  const refresh = useRefreshProfile();
  const { error, isRunning, submit } = useSubmission();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: { email: emailRule, password: required("Enter your current password.") },
  });
  const change = async (email: string, password: string): Promise<void> => {
    await auth.changeEmail(email, password);
    await refresh();
    onSent(email);
    form.reset();
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ email, password }) => void submit(() => change(email.trim(), password)),
        focusFirstError(form),
      )}
    >
      <Stack gap="sm">
        <UsernameField email={current} />
        <TextInput
          label="New email address"
          type="email"
          autoComplete="email"
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        <FormError error={error} />
        <Group>
          <Button type="submit" variant="default" loading={isRunning}>
            Change the address
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
