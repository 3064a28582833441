import { Alert, Anchor, Code, Stack, Text } from "@mantine/core";
import type { LoggedRequest } from "@sinkove/contract";
import { IconBulb } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { adviceFor } from "./advice.ts";

/** Says what was wrong with a request and how to fix it. Renders nothing for a successful request. */
export function RequestAdvice({ request }: { readonly request: LoggedRequest }): ReactNode {
  const advice = adviceFor(request);
  if (!advice) return null;
  return (
    <Alert color="orange" icon={<IconBulb aria-hidden />} title="What was wrong" mb="lg">
      <Stack gap="xs">
        <Text size="sm">{advice.problem}</Text>
        <Text size="sm">
          <b>What to do:</b> {withCode(advice.remedy)}
        </Text>
        <Text size="sm">
          <Anchor href={advice.page} inherit underline="always">
            Read about <Code>{request.code}</Code>
          </Anchor>
        </Text>
      </Stack>
    </Alert>
  );
}

/** Renders a text in which `code` is in backticks. */
function withCode(text: string): ReactNode {
  return text.split("`").map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
    index % 2 === 1 ? <Code key={index}>{part}</Code> : part,
  );
}
