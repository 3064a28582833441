import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { emailRule, nameRule, PASSWORD_LENGTH, passwordRule } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";

/** The values of the form. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface NewPersonFormProps {
  readonly action: string;
  readonly onSubmit: (person: NewPerson) => Promise<void>;
}

/** A form for a name, an email address and a password. */
export function NewPersonForm({ action, onSubmit }: NewPersonFormProps): ReactNode {
  const form = useForm<NewPerson>({
    mode: "uncontrolled",
    initialValues: { name: "", email: "", password: "" },
    validate: { name: nameRule, email: emailRule, password: passwordRule },
  });
  const { error, isRunning, submit } = useSubmission();
  const send = ({ name, email, password }: NewPerson): Promise<void> =>
    submit(() => onSubmit({ name: name.trim(), email: email.trim(), password }));
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError(form))}>
      <Stack gap="md">
        <TextInput
          label="Your name"
          autoComplete="name"
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <TextInput
          label="Email address"
          type="email"
          autoComplete="username"
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label="Password"
          description={`${PASSWORD_LENGTH} characters or more. A few random words are easy to remember.`}
          autoComplete="new-password"
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        <FormError error={error} />
        <Button type="submit" loading={isRunning} fullWidth>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
