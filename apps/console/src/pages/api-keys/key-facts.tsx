import { Badge, Group } from "@mantine/core";
import type { ApiKey } from "@sinkove/contract";
import type { ReactNode } from "react";
import { PageLink } from "../../ui/page-link.tsx";
import { rateLimitText } from "../../ui/rate-limit-text.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { ActorName } from "./actor-name.tsx";
import classes from "./key-facts.module.css";
import { OrganizationNames } from "./organization-names.tsx";

/** The details of a key. */
export function KeyFacts({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const { rateLimit, rotatedFromId, rotatedToId } = apiKey;
  return (
    <Section title="Details">
      <dl className={classes.facts}>
        <Fact name="Scopes">
          <Group gap={6}>
            {apiKey.scopes.map((scope) => (
              <Badge key={scope} variant="default" tt="none" fw={500} ff="monospace">
                {scope}
              </Badge>
            ))}
          </Group>
        </Fact>
        <Fact name="Organizations">
          <OrganizationNames ids={apiKey.organizationIds} />
        </Fact>
        <Fact name="Expires">
          <RelativeTime value={apiKey.expiresAt} />
        </Fact>
        <Fact name="Last used">
          <RelativeTime value={apiKey.lastUsedAt} />
        </Fact>
        <Fact name="Rate limit">{rateLimitText(rateLimit)}</Fact>
        <Fact name="Created">
          <RelativeTime value={apiKey.createdAt} /> by <ActorName actor={apiKey.createdBy} />
        </Fact>
        {apiKey.revokedAt && (
          <Fact name="Revoked">
            <RelativeTime value={apiKey.revokedAt} />
          </Fact>
        )}
        {rotatedFromId && (
          <Fact name="Replaces">
            <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId: rotatedFromId }}>
              The key before it
            </PageLink>
          </Fact>
        )}
        {rotatedToId && (
          <Fact name="Replaced by">
            <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId: rotatedToId }}>
              Its successor
            </PageLink>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
