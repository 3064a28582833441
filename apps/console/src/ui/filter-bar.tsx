import { Button, Group } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./filter-bar.module.css";

/** The properties of each control in a FilterBar. */
export const filterProps = {
  clearable: true,
  clearButtonProps: { "aria-label": "Clear" },
  className: classes.field,
} as const;

/** Two related controls, such as the start and the end of a period. */
export function FilterPair({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={classes.pair}>{children}</div>;
}

interface FilterBarProps {
  /** The controls. */
  readonly children: ReactNode;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** The filters of a list. On a phone they are collapsed, so that the list is visible. */
export function FilterBar({ children, isFiltered, onClear }: FilterBarProps): ReactNode {
  const isWide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  const [isOpen, { toggle }] = useDisclosure(isFiltered);
  return (
    <Group gap="sm" align="flex-end" mb="md" role="group" aria-label="Filters">
      {!isWide && (
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {isOpen ? "Hide the filters" : "Filter"}
        </Button>
      )}
      {(isWide || isOpen) && children}
      {isFiltered && (
        <Button variant="subtle" onClick={onClear}>
          Clear the filters
        </Button>
      )}
    </Group>
  );
}
