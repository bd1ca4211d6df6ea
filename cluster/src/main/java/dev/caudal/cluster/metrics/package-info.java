/** What is measured of clusters, in the names of Amazon MSK: in the brokers, by the platform, for Prometheus. */
@NullMarked
package dev.caudal.cluster.metrics;

import org.jspecify.annotations.NullMarked;
