import { Alert, Box, Button } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { problemOf, UnreachableError } from "../../api/problem-error.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";

/** A button that sends a request with a key, as a program would. */
export function TryKey({ secret }: { readonly secret: string }): ReactNode {
  const [hasWorked, setWorked] = useState(false);
  const { error, isRunning, submit } = useSubmission();
  return (
    <div>
      <Button
        variant="light"
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        loading={isRunning}
        onClick={() =>
          void submit(async () => {
            await callWith(secret);
            setWorked(true);
          })
        }
      >
        Try the key
      </Button>
      <div role="status">
        {hasWorked && !error && (
          <Alert color="green" mt="md" title="The key works">
            The response to GET /me was 200. The request is in the log of this key.
          </Alert>
        )}
      </div>
      <Box mt={error ? "md" : 0}>
        <FormError error={error} />
      </Box>
    </div>
  );
}

/**
 * Sends a request without the session cookie, so that only the key authenticates it. Any key may call this operation.
 */
async function callWith(secret: string): Promise<void> {
  const response = await fetch("/v1/me", {
    headers: { Authorization: `Bearer ${secret}` },
    credentials: "omit",
    cache: "no-store",
  }).catch((cause) => {
    throw new UnreachableError(cause);
  });
  if (!response.ok) throw await problemOf(response);
}
