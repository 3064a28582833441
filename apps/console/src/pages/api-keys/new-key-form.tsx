import { Button, Group, Paper, Radio, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { CreateApiKeyRequest } from "@sinkove/contract";
import { type ReactNode, useRef } from "react";
import { focusFirstError } from "../../forms/field-errors.ts";
import { FormError } from "../../forms/form-error.tsx";
import { nameRule } from "../../forms/rules.ts";
import { useSubmission } from "../../forms/submission.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { useNow } from "../../ui/now.ts";
import { EXPIRY_CHOICES, expiresAtOf, expiryError, type NewExpiry } from "./expiry.ts";
import { ExpiryField } from "./expiry-field.tsx";
import { OrganizationsField } from "./organizations-field.tsx";
import { PURPOSES, type Purpose, purposeOf } from "./purposes.ts";
import { ScopesField } from "./scopes-field.tsx";

/** The key that the form requests. */
export type NewKey = Required<
  Pick<CreateApiKeyRequest, "name" | "scopes" | "organizationIds" | "expiresAt">
>;

interface Values {
  name: string;
  purpose: Purpose["id"];
  scopes: NewKey["scopes"];
  organizationIds: NewKey["organizationIds"];
  expiry: NewExpiry;
}

const initialValues: Values = {
  name: "",
  purpose: "read",
  scopes: [...purposeOf("read").scopes],
  organizationIds: null,
  expiry: { choice: "90", date: "" },
};

interface NewKeyFormProps {
  readonly onSubmit: (key: NewKey) => Promise<void>;
}

/** The form for a new key: its name, purpose, organizations and expiry. */
export function NewKeyForm({ onSubmit }: NewKeyFormProps): ReactNode {
  const now = useNow();
  const form = useForm<Values>({
    initialValues,
    validate: {
      name: nameRule,
      scopes: ({ length }) => (length === 0 ? "Choose one scope or more." : null),
      organizationIds: (ids) => (ids?.length === 0 ? "Choose one organization or more." : null),
      expiry: (expiry) => expiryError(expiry, Date.now()),
    },
  });
  const { error, isRunning, submit } = useSubmission();
  const { values, setFieldValue, errors } = form;
  const timeOf = useTimeOfFirstSubmission();
  const generate = (checked: Values): Promise<void> => {
    const { name, scopes, organizationIds, expiry } = checked;
    const expiresAt = expiresAtOf(expiry, timeOf(checked));
    return submit(() => onSubmit({ name: name.trim(), scopes, organizationIds, expiresAt }));
  };
  return (
    <Paper withBorder p="lg" maw="48rem">
      <form
        noValidate
        onSubmit={form.onSubmit((checked) => void generate(checked), focusFirstError(form))}
      >
        <Stack gap="xl">
          <TextInput
            label="Name"
            description="The program that uses the key, and where it runs."
            placeholder="Training on the GPU cluster"
            autoComplete="off"
            maw="28rem"
            {...form.getInputProps("name")}
          />
          <PurposeField
            value={values.purpose}
            onChange={(purpose) => {
              setFieldValue("purpose", purpose);
              // A custom choice starts with the scopes of the previous template.
              if (purpose !== "custom") setFieldValue("scopes", [...purposeOf(purpose).scopes]);
            }}
          />
          {values.purpose === "custom" ? (
            <ScopesField
              value={values.scopes}
              error={errors.scopes}
              onChange={(scopes) => setFieldValue("scopes", scopes)}
            />
          ) : (
            <Text size="sm" c="dimmed" mt="-md">
              Scopes: {values.scopes.join(", ")}
            </Text>
          )}
          <OrganizationsField
            value={values.organizationIds ?? null}
            error={errors.organizationIds}
            onChange={(ids) => setFieldValue("organizationIds", ids)}
          />
          <ExpiryField
            {...values.expiry}
            choices={EXPIRY_CHOICES}
            now={now}
            error={errors.expiry}
            onChange={(expiry) => setFieldValue("expiry", expiry)}
          />
          <FormError error={error} />
          <Group gap="xs">
            <Button type="submit" loading={isRunning}>
              Generate Key
            </Button>
            <ButtonLink to="/api-keys" variant="default">
              Cancel
            </ButtonLink>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

/**
 * Returns the time at which values were first sent. If they are sent again after a lost response, the expiry must be the
 * same, because another request would generate another key.
 */
function useTimeOfFirstSubmission(): (values: Values) => number {
  const first = useRef({ text: "", at: 0 });
  return (values) => {
    const text = JSON.stringify(values);
    if (text !== first.current.text) first.current = { text, at: Date.now() };
    return first.current.at;
  };
}

interface PurposeFieldProps {
  readonly value: Purpose["id"];
  readonly onChange: (purpose: Purpose["id"]) => void;
}

function PurposeField({ value, onChange }: PurposeFieldProps): ReactNode {
  return (
    <Radio.Group
      label="Purpose"
      description="Gives the key the few scopes that it needs. You can change them later."
      value={value}
      onChange={(id) => {
        const purpose = PURPOSES.find((candidate) => candidate.id === id);
        if (purpose) onChange(purpose.id);
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="sm">
        {PURPOSES.map(({ id, label, text }) => (
          <Radio key={id} value={id} label={label} description={text} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
