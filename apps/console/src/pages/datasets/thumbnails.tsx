import { Button, Group, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { ArchiveImages } from "../../archive/images.ts";
import { ImageDialog } from "./image-dialog.tsx";
import { Thumbnail } from "./thumbnail.tsx";
import classes from "./thumbnails.module.css";

const STEP = 12;

/** The thumbnails of an archive's images, a few at first. A click opens an image in full size. */
export function Thumbnails({ images }: { readonly images: ArchiveImages }): ReactNode {
  const [count, setCount] = useState(STEP);
  const [opened, setOpened] = useState<number>();
  const { names } = images;
  if (names.length === 0) return <Text c="dimmed">The archive has no images.</Text>;
  return (
    <>
      <ul className={classes.grid}>
        {names.slice(0, count).map((name, index) => (
          <li key={name}>
            <Thumbnail images={images} name={name} onOpen={() => setOpened(index)} />
          </li>
        ))}
      </ul>
      <Group justify="space-between" mt="md">
        <Text size="sm" c="dimmed" role="status">
          {Math.min(count, names.length)} of {names.length}{" "}
          {names.length === 1 ? "image" : "images"}
        </Text>
        {count < names.length && (
          <Button variant="default" size="xs" onClick={() => setCount(count + STEP)}>
            Show more
          </Button>
        )}
      </Group>
      <ImageDialog
        images={images}
        index={opened}
        onMove={setOpened}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
}
