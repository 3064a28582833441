import { Alert, Button, Text } from "@mantine/core";
import type { ApiKey } from "@sinkove/contract";
import { IconBulb } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { showError } from "../../ui/notices.ts";
import { useNow } from "../../ui/now.ts";
import { useNarrowKey } from "./narrow-key.ts";
import { keyUsageOptions } from "./queries.ts";
import { SCOPE_DAYS, unusedScopes } from "./unused-scopes.ts";

/** Lists the scopes that a key did not use, with a button that removes them. */
export function ScopeAdvice({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const now = useNow();
  const narrow = useNarrowKey();
  const { data: usage } = useQuery(keyUsageOptions(apiKey.id, "day", now));
  const unused = usage ? unusedScopes(apiKey, usage, now) : [];
  if (unused.length === 0) return null;
  return (
    <Alert
      mb="lg"
      color="petrol"
      icon={<IconBulb aria-hidden />}
      title={`Scopes not used for ${SCOPE_DAYS} days`}
    >
      <Text size="sm" mb="sm">
        No request used these scopes: {unused.join(", ")}.
      </Text>
      <Button size="xs" onClick={() => void narrow(apiKey, unused).catch(showError)}>
        Remove them
      </Button>
    </Alert>
  );
}
