import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Organization } from "@sinkove/contract";
import { type ReactNode, useState } from "react";
import { api } from "../../api/client.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { showDone } from "../../ui/notices.ts";
import { lowCreditsText, readThreshold, thresholdText } from "./low-credits-text.ts";
import { useRefreshOrganization } from "./refresh.ts";
import { roleAllows } from "./roles.ts";

interface LowCreditsProps {
  readonly organization: Organization;
}

/** When an organization's owners are told that its credits are low. An owner chooses it. */
export function LowCredits({ organization }: LowCreditsProps): ReactNode {
  if (roleAllows(organization.role, "organizations:write"))
    return <ThresholdForm organization={organization} />;
  return (
    <Text size="sm" mb="md">
      {lowCreditsText(organization.lowCreditsThreshold)}
    </Text>
  );
}

function ThresholdForm({ organization }: LowCreditsProps): ReactNode {
  const { id, lowCreditsThreshold } = organization;
  // Undefined until the person types: the threshold may be changed elsewhere.
  const [typed, setTyped] = useState<string>();
  const value = typed ?? thresholdText(lowCreditsThreshold);
  const [fault, setFault] = useState<string>();
  const refresh = useRefreshOrganization();
  const { error, isRunning, submit } = useSubmission();
  const save = async (): Promise<void> => {
    const chosen = readThreshold(value);
    setFault(chosen === undefined ? "Enter a whole number from 1 to 1,000,000,000." : undefined);
    if (chosen === undefined) return;
    if (chosen !== lowCreditsThreshold) {
      const params = { path: { organizationId: id } };
      const body = { lowCreditsThreshold: chosen };
      await api.PATCH("/organizations/{organizationId}", { params, body });
      await refresh();
    }
    setTyped(undefined);
    showDone(lowCreditsText(chosen));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(save);
      }}
    >
      <Stack gap="sm" mb="md" maw="28rem">
        <TextInput
          label="Tell the owners when fewer credits are left"
          description="By email, and webhook endpoints get credits.low. Leave it empty to turn this off."
          inputMode="numeric"
          autoComplete="off"
          value={value}
          error={fault}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FormError error={error} />
        <Group>
          <Button type="submit" variant="default" loading={isRunning}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
