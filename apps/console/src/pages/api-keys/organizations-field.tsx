import { Checkbox, Radio, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";

interface OrganizationsFieldProps {
  /** Null for all organizations of the account. */
  readonly value: readonly string[] | null;
  readonly error?: ReactNode;
  readonly onChange: (ids: string[] | null) => void;
}

/** A field for the organizations that a key reaches. */
export function OrganizationsField({ value, error, onChange }: OrganizationsFieldProps): ReactNode {
  const { data } = query.useQuery("get", "/me");
  const organizations = data?.organizations ?? [];
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Organizations"
        value={value === null ? "all" : "some"}
        onChange={(choice) => onChange(choice === "all" ? null : [])}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="all" label="All, including those that you join later" />
          <Radio value="some" label="Only some" />
        </Stack>
      </Radio.Group>
      {value !== null && (
        <Checkbox.Group
          data-path="organizationIds"
          aria-label="The organizations that the key reaches"
          error={error}
          value={[...value]}
          onChange={onChange}
        >
          <Stack gap="xs" pl="lg" mb={4}>
            {organizations.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Stack>
  );
}
