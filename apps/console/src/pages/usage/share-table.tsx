import { Progress } from "@mantine/core";
import type { ReactNode } from "react";
import { DataTable } from "../../table/data-table.tsx";
import { numberText, percentText } from "../../ui/number-text.ts";
import type { Share } from "./totals.ts";

interface ShareTableProps {
  readonly caption: string;
  readonly header: string;
  readonly shares: readonly Share[];
  readonly name: (share: Share) => ReactNode;
}

/** A table of the number and the share of requests by operation or key. */
export function ShareTable({ caption, header, shares, name }: ShareTableProps): ReactNode {
  const total = Math.max(
    1,
    shares.reduce((sum, { requests }) => sum + requests, 0),
  );
  return (
    <DataTable
      caption={caption}
      rows={shares}
      rowKey={({ id }) => id}
      columns={[
        { id: "name", header, cell: name },
        {
          id: "requests",
          header: "Requests",
          isNumeric: true,
          cell: ({ requests }) => numberText(requests),
        },
        {
          id: "share",
          header: "Share",
          isNumeric: true,
          cell: ({ requests }) => percentText(requests / total),
        },
        {
          id: "bar",
          header: "Bar",
          isHeaderHidden: true,
          // Hidden from screen readers, because the share is also text.
          cell: ({ requests }) => (
            <Progress value={(requests / total) * 100} size="sm" miw="6rem" aria-hidden />
          ),
        },
      ]}
      empty={{ title: "No requests in this period" }}
    />
  );
}
