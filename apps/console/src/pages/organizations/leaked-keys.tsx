import { Button, Group, Stack, Text } from "@mantine/core";
import type { LeakPolicy, Organization } from "@sinkove/contract";
import { type ReactNode, useState } from "react";
import { api } from "../../api/client.ts";
import { Choices } from "../../forms/choices.tsx";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { GuideLink } from "../../ui/guide-link.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { LEAK_POLICIES, leakPolicyText } from "./leak-policies.ts";
import { useRefreshOrganization } from "./refresh.ts";
import { roleAllows } from "./roles.ts";

interface LeakedKeysProps {
  readonly organization: Organization;
}

/** The leak policy of an organization. Owners can change it. */
export function LeakedKeys({ organization }: LeakedKeysProps): ReactNode {
  return (
    <Section
      title="Leaked keys"
      description={
        <>
          API keys are sometimes found in public, for example in a repository. The key's owner and
          the owners of this organization then get an email.{" "}
          <GuideLink page="leaked-keys">Read about leaked keys</GuideLink>
        </>
      }
    >
      {roleAllows(organization.role, "organizations:write") ? (
        <PolicyForm organization={organization} />
      ) : (
        <Text size="sm">{leakPolicyText(organization.leakPolicy)}</Text>
      )}
    </Section>
  );
}

function PolicyForm({ organization }: LeakedKeysProps): ReactNode {
  const { id, leakPolicy } = organization;
  // Undefined until the person chooses: the policy may be changed elsewhere.
  const [choice, setChoice] = useState<LeakPolicy>();
  const chosen = choice ?? leakPolicy;
  const refresh = useRefreshOrganization();
  const { error, isRunning, submit } = useSubmission();
  const save = async (): Promise<void> => {
    if (chosen !== leakPolicy) {
      const params = { path: { organizationId: id } };
      await api.PATCH("/organizations/{organizationId}", { params, body: { leakPolicy: chosen } });
      await refresh();
    }
    setChoice(undefined);
    showDone("Saved.");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(save);
      }}
    >
      <Stack gap="md">
        <Choices
          label="If a key that reaches this organization leaks"
          description="A key that reaches several organizations follows the strictest of their settings."
          choices={LEAK_POLICIES}
          value={chosen}
          onChange={setChoice}
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
