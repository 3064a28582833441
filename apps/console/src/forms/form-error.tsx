import { Alert, Anchor, Text } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { errorText } from "../api/error-text.ts";

/**
 * An alert that says why a form was refused. Place it above the form's buttons. It takes the focus, so that screen
 * readers read it.
 */
export function FormError({ error }: { readonly error: unknown }): ReactNode {
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) alert.current?.focus();
  }, [error]);
  if (!error) return null;
  const { title, detail, page, requestId } = errorText(error);
  return (
    <Alert ref={alert} tabIndex={-1} role="alert" color="red" title={title}>
      <Text size="sm">
        {detail} {page && <Anchor href={page}>Read about this error</Anchor>}
      </Text>
      {requestId && (
        <Text size="xs" mt={4}>
          Request {requestId}
        </Text>
      )}
    </Alert>
  );
}
