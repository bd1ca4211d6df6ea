package dev.caudal.s3.sink;

/** Whether the archive is written beside the plain objects. */
enum Backup {
    ON,
    OFF
}
