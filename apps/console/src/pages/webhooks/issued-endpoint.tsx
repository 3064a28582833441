import { Alert, Group, Paper, Stack, Text } from "@mantine/core";
import type { IssuedWebhookEndpoint } from "@sinkove/contract";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ButtonLink } from "../../ui/button-link.tsx";
import { GuideLink } from "../../ui/guide-link.tsx";
import { Secret } from "../../ui/secret.tsx";
import { Snippet } from "../../ui/snippet.tsx";
import { ENDPOINT_PAGE, pathOf } from "./paths.ts";

/** Shows the new secret of an endpoint, and says what to do with it. */
export function IssuedEndpoint({ issued }: { readonly issued: IssuedWebhookEndpoint }): ReactNode {
  return (
    <Paper withBorder p="lg" maw="48rem">
      <Stack gap="lg">
        <Alert
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title="This is the only time that you see the secret"
        >
          Store it where your receiver reads it before you leave this page. If you lose it, rotate
          it: nobody can show it again.
        </Alert>
        <Secret value={issued.secret} label="secret" />
        <div>
          <Text size="sm" mb="xs">
            The receiver checks with the secret that a request comes from Sinkove.{" "}
            <GuideLink page="webhooks#receive">Receive events</GuideLink> has programs that do so
            and read the secret from the environment:
          </Text>
          <Snippet code={`WEBHOOK_SECRET=${issued.secret}`} label=".env line" />
        </div>
        <Group gap="xs">
          <ButtonLink to={ENDPOINT_PAGE} params={pathOf(issued)} replace>
            I have stored it
          </ButtonLink>
        </Group>
      </Stack>
    </Paper>
  );
}
