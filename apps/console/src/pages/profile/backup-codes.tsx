import { Button, Checkbox, Code, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { CopyButton } from "../../ui/copy-button.tsx";

interface BackupCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Shows the backup codes once. */
export function BackupCodes({ codes, onDone }: BackupCodesProps): ReactNode {
  const [isKept, setKept] = useState(false);
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        The second factor is on. Keep these backup codes where you find them without your phone.
        Each signs you in once. They are shown only now.
      </Text>
      <SimpleGrid cols={2} spacing="xs">
        {codes.map((code) => (
          <Code key={code} ta="center" fz="sm" p={6} data-secret translate="no">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <CopyButton value={codes.join("\n")} label="Copy the backup codes" isLabelled />
      <Checkbox
        label="I have kept the backup codes"
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!isKept} onClick={onDone}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
