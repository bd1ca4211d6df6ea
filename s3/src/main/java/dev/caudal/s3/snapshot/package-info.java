/** What a backup needs to know of the cluster beside its records: topics and consumer groups, written now and then. */
@NullMarked
package dev.caudal.s3.snapshot;

import org.jspecify.annotations.NullMarked;
