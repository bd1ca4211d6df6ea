package dev.caudal.s3.sink;

/** How bytes become a line of JSON. */
enum JsonBytes {
    /** A string in base64. */
    BASE64,
    /** As they are, where they are JSON of one line. */
    VERBATIM
}
