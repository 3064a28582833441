import { Button, Group, Paper, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ApiKey, RateLimit } from "@sinkove/contract";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { nameRule } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { showDone } from "../../ui/notices.ts";
import { useNow } from "../../ui/now.ts";
import { dayText } from "../../ui/time-text.ts";
import { useChangeKey } from "./change-key.ts";
import { EXPIRY_CHOICES, expiryError } from "./expiry.ts";
import { ExpiryField } from "./expiry-field.tsx";
import { changesOf, type KeyValues, valuesOf } from "./key-changes.ts";
import { OrganizationsField } from "./organizations-field.tsx";
import { RateLimitField } from "./rate-limit-field.tsx";
import { ScopesField } from "./scopes-field.tsx";

interface EditKeyFormProps {
  readonly apiKey: ApiKey;
  readonly accountLimit: RateLimit;
}

/** The form to change a key. It sends only the changed fields. */
export function EditKeyForm({ apiKey, accountLimit }: EditKeyFormProps): ReactNode {
  const now = useNow();
  const change = useChangeKey();
  const navigate = useNavigate();
  const { error, isRunning, submit } = useSubmission();
  // As the form began: what is changed elsewhere meanwhile is not a change that this form makes.
  const [before] = useState(() => valuesOf(apiKey, accountLimit));
  const form = useForm<KeyValues>({
    initialValues: before,
    validate: {
      name: nameRule,
      scopes: ({ length }) => (length === 0 ? "Choose one scope or more." : null),
      organizationIds: (ids) => (ids?.length === 0 ? "Choose one organization or more." : null),
      expiry: (expiry) => expiryError(expiry, Date.now()),
    },
  });
  const { values, errors, setFieldValue } = form;
  const params = { apiKeyId: apiKey.id };
  const save = async (after: KeyValues): Promise<void> => {
    const changes = changesOf(before, after, Date.now());
    if (changes) {
      await change(apiKey, changes);
      showDone("Saved.");
    }
    await navigate({ to: "/api-keys/$apiKeyId", params });
  };
  return (
    <Paper withBorder p="lg" maw="48rem">
      <form
        noValidate
        onSubmit={form.onSubmit((after) => void submit(() => save(after)), focusFirstError(form))}
      >
        <Stack gap="xl">
          <TextInput label="Name" autoComplete="off" maw="28rem" {...form.getInputProps("name")} />
          <ScopesField
            value={values.scopes}
            error={errors.scopes}
            onChange={(scopes) => setFieldValue("scopes", scopes)}
          />
          <OrganizationsField
            value={values.organizationIds}
            error={errors.organizationIds}
            onChange={(ids) => setFieldValue("organizationIds", ids)}
          />
          <ExpiryField
            {...values.expiry}
            now={now}
            choices={[{ value: "keep", label: keepLabel(apiKey) }, ...EXPIRY_CHOICES]}
            error={errors.expiry}
            onChange={(expiry) => setFieldValue("expiry", expiry)}
          />
          <RateLimitField
            value={values.rateLimit}
            accountLimit={accountLimit}
            onChange={(rateLimit) => setFieldValue("rateLimit", rateLimit)}
          />
          <FormError error={error} />
          <Group gap="xs">
            <Button type="submit" loading={isRunning}>
              Save
            </Button>
            <ButtonLink to="/api-keys/$apiKeyId" params={params} variant="default">
              Cancel
            </ButtonLink>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function keepLabel({ expiresAt }: ApiKey): string {
  return expiresAt === null ? "Unchanged: never" : `Unchanged: ${dayText(Date.parse(expiresAt))}`;
}
