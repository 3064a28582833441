import { Button, Group, NumberInput, Select, Stack } from "@mantine/core";
import type { Model, Organization } from "@sinkove/contract";
import { type FormEvent, type ReactNode, useRef } from "react";
import { FormError } from "../../forms/form-error.tsx";
import { quantityText } from "../../ui/number-text.ts";
import { Section } from "../../ui/section.tsx";
import { ArgsFields } from "./args-fields.tsx";
import { ModelChoice } from "./model-choice.tsx";
import { useNewDataset } from "./new-dataset.ts";

interface NewDatasetFormProps {
  readonly models: readonly Model[];
  readonly organizations: readonly Organization[];
  /** The initially selected model and organization. */
  readonly model: Model;
  readonly organization: Organization;
}

/** The form for a new dataset. The fields for the arguments are generated from the model's `argsSchema`. */
export function NewDatasetForm(props: NewDatasetFormProps): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const draft = useNewDataset(props.model, props.organization);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void draft.send().then(() => focusInvalid(element.current));
  };
  return (
    <form ref={element} onSubmit={onSubmit} noValidate>
      <Section title="Model">
        <ModelChoice
          models={props.models}
          model={draft.model}
          error={draft.errors["/modelId"]}
          onChange={draft.chooseModel}
        />
      </Section>
      <Section title="Images">
        <Stack gap="md">
          <ArgsFields
            fields={draft.fields}
            values={draft.args}
            errors={draft.errors}
            onChange={draft.setArg}
          />
          <NumberInput
            label="Number of images"
            description={`From 1 to ${draft.model.maxSamples}. Each costs one credit.`}
            min={1}
            max={draft.model.maxSamples}
            allowDecimal={false}
            withAsterisk
            value={draft.numSamples}
            error={draft.errors["/numSamples"]}
            onChange={(value) => draft.setNumSamples(String(value))}
          />
          <Payer organizations={props.organizations} draft={draft} />
          <FormError error={draft.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={draft.isRunning}>
              Create dataset
            </Button>
          </Group>
        </Stack>
      </Section>
    </form>
  );
}

interface PayerProps {
  readonly organizations: readonly Organization[];
  readonly draft: ReturnType<typeof useNewDataset>;
}

function Payer({ organizations, draft }: PayerProps): ReactNode {
  const chosen = organizations.find(({ id }) => id === draft.organizationId);
  return (
    <Select
      label="Organization"
      description={`Pays for the images and owns them. It has ${quantityText(chosen?.credits ?? 0, ["credit", "credits"])} left.`}
      data={organizations.map(({ id, name }) => ({ value: id, label: name }))}
      allowDeselect={false}
      searchable={organizations.length > 8}
      value={draft.organizationId}
      error={draft.errors["/organizationId"]}
      onChange={(id) => id !== null && draft.setOrganizationId(id)}
    />
  );
}

/** Moves the focus to the first invalid field, once the errors are rendered. */
function focusInvalid(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
