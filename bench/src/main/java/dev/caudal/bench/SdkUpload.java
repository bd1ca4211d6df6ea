package dev.caudal.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * The yardstick: the SDK in this process, with the sink's settings for it, sends the same lines in objects and parts of the
 * same sizes, from memory and on one thread.
 */
final class SdkUpload implements AutoCloseable {
    /** The document's {@code s3.part.size}. */
    static final int PART = 5 * 1024 * 1024;

    private final S3Client client;
    private final byte[] lines;

    /** A client of a store; the lines are made once. */
    SdkUpload(URI store, SampleRecords samples) {
        client = S3Client.builder()
                .endpointOverride(store)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .httpClientBuilder(Apache5HttpClient.builder().expectContinueEnabled(true))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
        var all = new ByteArrayOutputStream();
        for (int i = 0; all.size() < PART; i++) {
            all.writeBytes(samples.value(i));
            all.write('\n');
        }
        lines = all.toByteArray();
    }

    /** Sends the lines of so many records in objects of {@code each} records; returns what was used. */
    Usage measure(String bucket, int records, int each, Usage.Processes processes) {
        var begin = processes.now();
        for (int object = 0; object < records / each; object++) {
            send(bucket, "topics/object-%d.json".formatted(object), (long) each * (SampleRecords.BYTES + 1));
        }
        return processes.now().since(begin);
    }

    private void send(String bucket, String key, long bytes) {
        if (bytes <= PART) {
            var unused = client.putObject(request -> request.bucket(bucket).key(key), body((int) bytes));
            return;
        }
        var upload = client.createMultipartUpload(
                        request -> request.bucket(bucket).key(key))
                .uploadId();
        var parts = new ArrayList<CompletedPart>();
        for (long left = bytes; left > 0; left -= PART) {
            int number = parts.size() + 1;
            var tag = client.uploadPart(
                            request -> request.bucket(bucket)
                                    .key(key)
                                    .uploadId(upload)
                                    .partNumber(number),
                            body((int) Math.min(PART, left)))
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        var unused = client.completeMultipartUpload(
                request -> request.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts)));
    }

    private RequestBody body(int length) {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(lines, 0, length), length, "application/octet-stream");
    }

    @Override
    public void close() {
        client.close();
    }
}
