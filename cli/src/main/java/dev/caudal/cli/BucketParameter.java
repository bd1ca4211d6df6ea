package dev.caudal.cli;

/** How people name buckets. */
final class BucketParameter {
    private static final String SCHEME = "s3://";

    private BucketParameter() {}

    /** The name in {@code NAME} or {@code s3://NAME}. */
    static String name(String text) {
        var name = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
