import { Alert, Button, Text } from "@mantine/core";
import { IconPhotoOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ArchiveError } from "../../archive/range-reader.ts";

interface ArchiveProblemProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Says why the images cannot be shown. The archive can still be downloaded. */
export function ArchiveProblem({ error, onRetry }: ArchiveProblemProps): ReactNode {
  const isKnown = error instanceof ArchiveError;
  return (
    <Alert color="orange" title="The images cannot be shown" icon={<IconPhotoOff aria-hidden />}>
      <Text size="sm">
        {isKnown ? error.message : "The archive cannot be reached. Check your connection."}
      </Text>
      <Button size="xs" variant="default" mt="sm" onClick={onRetry}>
        Try again
      </Button>
    </Alert>
  );
}
