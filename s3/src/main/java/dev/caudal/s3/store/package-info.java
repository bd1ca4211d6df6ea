/** Objects in a bucket: a thin room over the S3 client of the AWS SDK. */
@NullMarked
package dev.caudal.s3.store;

import org.jspecify.annotations.NullMarked;
