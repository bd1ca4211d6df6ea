/** Keys and certificates of local clusters, and the authorities that sign them. */
@NullMarked
package dev.caudal.cluster.tls;

import org.jspecify.annotations.NullMarked;
