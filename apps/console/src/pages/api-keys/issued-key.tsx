import { Alert, Group, Paper, Stack, Tabs, Text } from "@mantine/core";
import type { IssuedApiKey } from "@sinkove/contract";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Secret } from "../../ui/secret.tsx";
import { Snippet } from "../../ui/snippet.tsx";
import { codeLines } from "./code-lines.ts";
import { TryKey } from "./try-key.tsx";

interface IssuedKeyProps {
  readonly issued: IssuedApiKey;
  /** The page to open afterwards. Default: the page of the new key. */
  readonly next?: { readonly apiKeyId: string; readonly label: string };
}

/** A new key with its secret, code that uses it, and a button that tests it. */
export function IssuedKey({ issued, next }: IssuedKeyProps): ReactNode {
  const { id, secret } = issued;
  const { apiKeyId, label } = next ?? { apiKeyId: id, label: "I have stored it" };
  const lines = codeLines(secret, window.location.origin);
  return (
    <Paper withBorder p="lg" maw="48rem">
      <Stack gap="lg">
        <Alert
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title="This is the only time that you see the key"
        >
          Store it in a password manager or a secret store before you leave this page. If you lose
          it, rotate it: nobody can show it again.
        </Alert>
        <Secret value={secret} label="key" />
        <TryKey secret={secret} />
        <Tabs defaultValue="environment" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="environment">.env</Tabs.Tab>
            <Tabs.Tab value="curl">curl</Tabs.Tab>
            <Tabs.Tab value="python">Python</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="environment" pt="sm">
            <Text size="sm" mb="xs">
              The SDKs read it from the environment. Keep the file out of version control.
            </Text>
            <Snippet code={lines.environment} label=".env lines" />
          </Tabs.Panel>
          <Tabs.Panel value="curl" pt="sm">
            <Snippet code={lines.curl} label="curl command" />
          </Tabs.Panel>
          <Tabs.Panel value="python" pt="sm">
            <Snippet code={lines.python} label="Python program" />
          </Tabs.Panel>
        </Tabs>
        <Group gap="xs">
          <ButtonLink to="/api-keys/$apiKeyId" params={{ apiKeyId }} replace>
            {label}
          </ButtonLink>
        </Group>
      </Stack>
    </Paper>
  );
}
