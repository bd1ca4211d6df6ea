package dev.caudal.rest;

import java.util.List;
import java.util.Map;

/** A topic in the answers of v1 and v2. */
record TopicBody(String name, Map<String, String> configs, List<PartitionBody> partitions) {}
