import { Button, Text } from "@mantine/core";
import type { Dataset } from "@sinkove/contract";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { openImages } from "../../archive/images.ts";
import { byteText } from "../../ui/byte-text.ts";
import { ErrorView } from "../../ui/error-view.tsx";
import { Section } from "../../ui/section.tsx";
import { ArchiveProblem } from "./archive-problem.tsx";
import { Thumbnails } from "./thumbnails.tsx";

/** How long a download URL is used, in milliseconds. It is valid for an hour. */
const RENEWAL = 45 * 60_000;

/** The images of a ready dataset, and the link to its archive. */
export function DatasetImages({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const download = useDownload(dataset.id);
  const { data } = download;
  return (
    <Section
      title="Images"
      description={data && `A ZIP archive of ${byteText(data.size)}, with masks and metadata.`}
      actions={
        data && (
          <Button
            component="a"
            href={data.URL}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Download
          </Button>
        )
      }
    >
      {data ? (
        <ImagesOf url={data.URL} size={data.size} onRenew={() => void download.refetch()} />
      ) : download.error ? (
        <ErrorView error={download.error} onRetry={() => void download.refetch()} />
      ) : (
        <Text c="dimmed">Opening the archive…</Text>
      )}
      {data && (
        <Text size="xs" c="dimmed" mt="md" style={{ overflowWrap: "anywhere" }}>
          SHA-256 {data.sha256}
        </Text>
      )}
    </Section>
  );
}

function useDownload(datasetId: string) {
  return useQuery({
    queryKey: ["download", datasetId],
    queryFn: async ({ signal }) => {
      const params = { path: { datasetId } };
      const { data } = await api.GET("/datasets/{datasetId}/urls/download", { params, signal });
      return data ?? null;
    },
    staleTime: RENEWAL,
    refetchInterval: RENEWAL,
    // Anyone who has the URL can download the archive, so it is not kept when the page is closed.
    gcTime: 0,
  });
}

interface ImagesOfProps {
  readonly url: string;
  readonly size: number;
  readonly onRenew: () => void;
}

function ImagesOf({ url, size, onRenew }: ImagesOfProps): ReactNode {
  const images = useQuery({
    queryKey: ["archive", url],
    queryFn: () => openImages(url, size),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  if (images.error) return <ArchiveProblem error={images.error} onRetry={onRenew} />;
  if (!images.data) return <Text c="dimmed">Opening the archive…</Text>;
  return <Thumbnails images={images.data} />;
}
