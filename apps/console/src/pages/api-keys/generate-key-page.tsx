import type { IssuedApiKey } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useIdempotencyKey } from "../../api/idempotency-key.ts";
import { PAGES } from "../../host/pages.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { useShownOnce } from "../../ui/shown-once.ts";
import { IssuedKey } from "./issued-key.tsx";
import { type NewKey, NewKeyForm } from "./new-key-form.tsx";
import { forgetApiKeys } from "./queries.ts";

/**
 * The page that generates a key and shows its secret once. The secret is only in the state of this component, and is
 * lost when the person leaves the page.
 */
export function GenerateKeyPage(): ReactNode {
  const client = useQueryClient();
  const [issued, setIssued] = useShownOnce<IssuedApiKey>();
  const idempotencyKey = useIdempotencyKey();
  const generate = async (body: NewKey): Promise<void> => {
    const header = idempotencyKey(body);
    const { data } = await api.POST("/api-keys", { body, params: { header } });
    setIssued(data);
    await forgetApiKeys(client);
  };
  if (issued) {
    return (
      <>
        <PageHeader key="issued" title="Copy your key" description={issued.name} />
        <IssuedKey issued={issued} />
      </>
    );
  }
  return (
    <>
      <PageHeader key="form" {...PAGES["/api-keys/new"].heading} />
      <NewKeyForm onSubmit={generate} />
    </>
  );
}
