import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Section } from "../../ui/section.tsx";

/** A link to the webhooks of an organization. */
export function WebhooksLink({ organizationId }: { readonly organizationId: string }): ReactNode {
  return (
    <Section
      title="Webhooks"
      actions={
        <ButtonLink
          to="/organizations/$organizationId/webhooks"
          params={{ organizationId }}
          variant="default"
        >
          Manage webhooks
        </ButtonLink>
      }
    >
      <Text size="sm">
        Sinkove sends a request to your URL when a dataset is ready or an API key changes.
      </Text>
    </Section>
  );
}
