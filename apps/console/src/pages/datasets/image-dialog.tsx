import { Button, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ArchiveImages } from "../../archive/images.ts";
import { useImageUrl } from "./image-url.ts";
import classes from "./thumbnails.module.css";

interface ImageDialogProps {
  readonly images: ArchiveImages;
  /** The index of the open image; undefined if none is open. */
  readonly index: number | undefined;
  readonly onMove: (index: number) => void;
  readonly onClose: () => void;
}

/** Shows an image in full size. Buttons and arrow keys move to the next and the previous image. */
export function ImageDialog({ images, index, onMove, onClose }: ImageDialogProps): ReactNode {
  const { names } = images;
  const name = index === undefined ? undefined : names[index];
  const move = (step: number): void => {
    const to = (index ?? 0) + step;
    if (to >= 0 && to < names.length) onMove(to);
  };
  return (
    <Modal
      opened={name !== undefined}
      onClose={onClose}
      title={name}
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
      onKeyDown={({ key }) => {
        if (key === "ArrowLeft") move(-1);
        if (key === "ArrowRight") move(1);
      }}
    >
      {name !== undefined && index !== undefined && (
        <Stack gap="sm">
          <FullImage images={images} name={name} />
          <Group justify="space-between">
            <Button
              variant="default"
              disabled={index === 0}
              leftSection={<IconChevronLeft size={16} aria-hidden />}
              onClick={() => move(-1)}
            >
              Previous
            </Button>
            <Text size="sm" c="dimmed">
              {index + 1} of {names.length}
            </Text>
            <Button
              variant="default"
              disabled={index === names.length - 1}
              rightSection={<IconChevronRight size={16} aria-hidden />}
              onClick={() => move(1)}
            >
              Next
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function FullImage({ images, name }: { images: ArchiveImages; name: string }): ReactNode {
  const { url, error } = useImageUrl(images, name);
  if (error !== undefined) return <Text>{name} cannot be read. Download the archive instead.</Text>;
  if (url === undefined) return <Skeleton height={400} />;
  return <img className={classes.full} src={url} alt={`Synthetic, ${name}`} />;
}
