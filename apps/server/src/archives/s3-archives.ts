import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListMultipartUploadsCommand,
  NoSuchKey,
  S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { Archives } from "./archives.ts";

/** A location in S3, or in storage with the same protocol. */
export interface S3Location {
  readonly bucket: string;
  /** The prefix of each name; empty, or ending with a slash. */
  readonly prefix: string;
}

/** Whether the endpoint has its own variable, as with MinIO: such servers have one host name for all buckets. */
const hasOwnEndpoint = ({ AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL }: NodeJS.ProcessEnv): boolean =>
  Boolean(AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL);

/** Each reader keeps a connection open. Slow readers would use up the SDK's default of 50. */
const AGENT = { keepAlive: true, maxSockets: 5000 };

/** Archives as objects in a bucket. Region, endpoint and credentials come from the SDK's own configuration. */
export function s3Archives({ bucket, prefix }: S3Location): Archives {
  const client = new S3Client({
    forcePathStyle: hasOwnEndpoint(process.env),
    requestHandler: { httpAgent: AGENT, httpsAgent: AGENT },
  });
  const placeOf = (name: string) => ({ Bucket: bucket, Key: prefix + name });
  return {
    async check() {
      await client.send(new HeadBucketCommand({ Bucket: bucket }));
    },
    async write(name, chunks) {
      const Body = Readable.from(chunks, { objectMode: false });
      const params = { ...placeOf(name), Body, ContentType: "application/zip" };
      await new Upload({ client, params }).done();
    },
    async read(name, { start, end }) {
      const Range = `bytes=${start}-${end - 1}`;
      try {
        const { Body } = await client.send(new GetObjectCommand({ ...placeOf(name), Range }));
        // The SDK's stream type covers all runtimes. In Node, the stream yields bytes.
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
