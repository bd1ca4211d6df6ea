package dev.caudal.server.task;

/**
 * The Connect workers that tasks run on.
 *
 * @param group their {@code group.id}
 * @param bootstrapServers their own cluster, which also takes what tasks tell of themselves
 */
public record Workers(String group, String bootstrapServers) {}
