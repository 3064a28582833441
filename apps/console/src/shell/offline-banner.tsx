import { Alert } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconCloudOff } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** A banner that is shown while the device is offline. */
export function OfflineBanner(): ReactNode {
  const { online } = useNetwork();
  return (
    <div role="status">
      {!online && (
        <Alert color="yellow" icon={<IconCloudOff aria-hidden />} mb="md" title="You are offline">
          This page may be out of date. Changes are not sent until you are online.
        </Alert>
      )}
    </div>
  );
}
