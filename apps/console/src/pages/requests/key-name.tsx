import type { ReactNode } from "react";
import { PageLink } from "../../ui/page-link.tsx";
import { keyLabel, MOST_KEYS, useApiKeysQuery } from "./key-names.ts";

/** The name of one of the person's own API keys, with a link to it. The keys of other people have neither. */
export function KeyName({ apiKeyId }: { readonly apiKeyId: string }): ReactNode {
  const { data } = useApiKeysQuery();
  const apiKey = data?.find(({ id }) => id === apiKeyId);
  if (apiKey) {
    return (
      <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId }}>
        {keyLabel(apiKey)}
      </PageLink>
    );
  }
  // Whose it is, is known only once all of the person's keys are loaded.
  const hasAllKeys = data !== undefined && data.length < MOST_KEYS;
  return hasAllKeys ? "an API key of another person" : "an API key";
}
