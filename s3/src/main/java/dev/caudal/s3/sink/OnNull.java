package dev.caudal.s3.sink;

/** What becomes of a record without a value. */
enum OnNull {
    /** It has no line; an archive keeps it. */
    IGNORE,
    /** The task stops. */
    FAIL,
    /** Its key is written, in a folder of its own. */
    WRITE
}
