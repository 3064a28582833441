import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  NoSuchKey,
  S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { Archives } from "./archives.ts";

/** Where in S3, or what speaks its protocol. */
export interface S3Location {
  readonly bucket: string;
  /** Put before each name; empty, or ending with a slash. */
  readonly prefix: string;
}

/** Named by its own variables, such as a MinIO: such servers have one host name for all buckets. */
const hasOwnEndpoint = ({ AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL }: NodeJS.ProcessEnv): boolean =>
  Boolean(AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL);

/** Archives as objects in a bucket. Region, endpoint and credentials are those of the SDK's own configuration. */
export function s3Archives({ bucket, prefix }: S3Location): Archives {
  const client = new S3Client({ forcePathStyle: hasOwnEndpoint(process.env) });
  const placeOf = (name: string) => ({ Bucket: bucket, Key: prefix + name });
  return {
    async write(name, chunks) {
      const { Readable } = await import("node:stream");
      const Body = Readable.from(chunks, { objectMode: false });
      const params = { ...placeOf(name), Body, ContentType: "application/zip" };
      await new Upload({ client, params }).done();
    },
    async read(name, { start, end }) {
      const Range = `bytes=${start}-${end - 1}`;
      try {
        const { Body } = await client.send(new GetObjectCommand({ ...placeOf(name), Range }));
        // The SDK types its streams for every runtime; in Node they give bytes.
        return Body?.transformToWebStream() as ReadableStream<Uint8Array<ArrayBuffer>> | undefined;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async remove(name) {
      const place = placeOf(name);
      await client.send(new DeleteObjectCommand(place));
      const listing = { Bucket: bucket, Prefix: place.Key };
      const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand(listing));
      for (const { UploadId } of Uploads) {
        await client.send(new AbortMultipartUploadCommand({ ...place, UploadId }));
      }
    },
  };
}
