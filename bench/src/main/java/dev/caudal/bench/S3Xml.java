package dev.caudal.bench;

import dev.caudal.bench.BenchBucket.Stored;
import java.util.Map;

/** Answers of S3. */
final class S3Xml {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private S3Xml() {}

    static String error(String code) {
        return HEAD + "<Error><Code>%1$s</Code><Message>%1$s</Message></Error>".formatted(code);
    }

    static String begun(String upload) {
        return HEAD
                + "<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>"
                        .formatted(upload);
    }

    static String completed(Stored object) {
        return HEAD
                + "<CompleteMultipartUploadResult><ETag>%s</ETag></CompleteMultipartUploadResult>"
                        .formatted(object.etag());
    }

    /** One page of a listing; the token of the next one is the last name. */
    static String listing(BenchBucket bucket, Map<String, String> query) {
        var prefix = query.getOrDefault("prefix", "");
        var after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        int most = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
        var contents = new StringBuilder();
        var last = "";
        int count = 0;
        boolean more = false;
        for (var object :
                bucket.after(after.compareTo(prefix) < 0 ? prefix : after).entrySet()) {
            if (!object.getKey().startsWith(prefix)) {
                break;
            }
            if (count == most) {
                more = true;
                break;
            }
            last = object.getKey();
            count++;
            contents.append(
                    "<Contents><Key>%s</Key><LastModified>2020-05-20T19:33:55.000Z</LastModified><ETag>%s</ETag><Size>%d</Size></Contents>"
                            .formatted(
                                    last,
                                    object.getValue().etag(),
                                    object.getValue().size()));
        }
        return HEAD + "<ListBucketResult><IsTruncated>%b</IsTruncated>".formatted(more)
                + (more ? "<NextContinuationToken>%s</NextContinuationToken>".formatted(last) : "")
                + contents + "</ListBucketResult>";
    }
}
