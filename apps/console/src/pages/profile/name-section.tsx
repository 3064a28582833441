import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { auth, type Profile } from "../../api/auth.ts";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { nameRule } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { useRefreshProfile } from "./profile-query.ts";

/** A form to change the person's name. */
export function NameSection({ profile }: { readonly profile: Profile }): ReactNode {
  const refresh = useRefreshProfile();
  const { error, isRunning, submit } = useSubmission();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: profile.name },
    validate: { name: nameRule },
  });
  const save = async (name: string): Promise<void> => {
    await auth.updateName(name);
    await refresh();
    showDone("Your name was changed.");
  };
  return (
    <Section title="Name" description="Members of your organizations see it.">
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ name }) => void submit(() => save(name.trim())),
          focusFirstError(form),
        )}
      >
        <Stack gap="sm" maw="28rem">
          <TextInput
            label="Name"
            autoComplete="name"
            key={form.key("name")}
            {...form.getInputProps("name")}
          />
          <FormError error={error} />
          <Group>
            <Button type="submit" variant="default" loading={isRunning}>
              Save the name
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
