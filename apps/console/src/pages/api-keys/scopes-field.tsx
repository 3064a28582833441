import { Checkbox, SimpleGrid, Text } from "@mantine/core";
import type { Scope } from "@sinkove/contract";
import type { ReactNode } from "react";
import { SCOPES } from "./scopes.ts";

interface ScopesFieldProps {
  readonly value: readonly Scope[];
  readonly error?: ReactNode;
  readonly onChange: (scopes: Scope[]) => void;
}

/** A field for the scopes of a key. */
export function ScopesField({ value, error, onChange }: ScopesFieldProps): ReactNode {
  return (
    <Checkbox.Group
      data-path="scopes"
      label="Scopes"
      description="What the key may do. In an organization it may never do more than your role there allows."
      error={error}
      value={[...value]}
      onChange={(chosen) =>
        onChange(SCOPES.map(({ id }) => id).filter((scope) => chosen.includes(scope)))
      }
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" my="sm">
        {SCOPES.map(({ id, text }) => (
          <Checkbox
            key={id}
            value={id}
            label={
              <Text span size="sm" ff="monospace">
                {id}
              </Text>
            }
            description={text}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
