/** From a bucket into a cluster: reading and judging backups, and the restore of topics and consumer groups. */
@NullMarked
package dev.caudal.s3.restore;

import org.jspecify.annotations.NullMarked;
