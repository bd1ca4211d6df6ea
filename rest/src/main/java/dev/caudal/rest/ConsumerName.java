package dev.caudal.rest;

/**
 * By what clients name a consumer.
 *
 * @param group the consumer group
 * @param name the name in the group, unique on this proxy
 */
record ConsumerName(String group, String name) {}
