/** The REST proxy: Kafka over HTTP for clients of Confluent's proxy, versions 1, 2 and 3. */
@NullMarked
package dev.caudal.rest;

import org.jspecify.annotations.NullMarked;
