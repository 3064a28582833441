import { Alert, Anchor, Button, Group, Text } from "@mantine/core";
import { IconAlertCircle, IconCloudOff } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { errorText } from "../api/error-text.ts";
import { UnreachableError } from "../api/problem-error.ts";
import { CopyButton } from "./copy-button.tsx";

interface ErrorViewProps {
  readonly error: unknown;
  /** Tries again. Default: reloads the route. */
  readonly onRetry?: () => void;
}

/** Says what went wrong and what to do, with a button that tries again. */
export function ErrorView({ error, onRetry }: ErrorViewProps): ReactNode {
  const router = useRouter();
  const { title, detail, page, requestId } = errorText(error);
  const Icon = error instanceof UnreachableError ? IconCloudOff : IconAlertCircle;
  return (
    <Alert color="red" title={title} icon={<Icon aria-hidden />} role="alert" my="md">
      <Text size="sm">
        {detail} {page && <Anchor href={page}>Read about this error</Anchor>}
      </Text>
      {requestId && (
        <Group gap={4} mt="xs">
          <Text size="xs">Request {requestId}</Text>
          <CopyButton value={requestId} label="Copy the request id" />
        </Group>
      )}
      <Button
        size="xs"
        variant="default"
        mt="sm"
        onClick={onRetry ?? (() => void router.invalidate())}
      >
        Try again
      </Button>
    </Alert>
  );
}
