package dev.caudal.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One measured run.
 *
 * @param part what was done
 * @param engine by whom
 * @param round which round, from 1
 * @param repeat which run of the same process, from 1; the first is cold
 * @param records how many records
 * @param used time, and CPU seconds of all processes
 * @param peakMemory the most memory of the measured process until then, in MiB
 */
record Measurement(String part, String engine, int round, int repeat, long records, Usage used, long peakMemory) {
    /** Whether the process has done the same before. */
    boolean warm() {
        return repeat > 1;
    }

    /** The same in a word. */
    String state() {
        return warm() ? "warm" : "cold";
    }

    /** Records a second. */
    double rate() {
        return records / used.seconds();
    }

    /** CPU seconds of the measured process for a million records. */
    double cpu() {
        return perMillion(used.subject());
    }

    /** CPU seconds of something for a million records. */
    double perMillion(double seconds) {
        return seconds * 1e6 / records;
    }

    /** A line for the person who waits. */
    String toText() {
        return "%s, %s, %s: %,.0f records/s, %.2f CPU s per million, %d MiB, %.1f cores taken by others"
                .formatted(part, engine, state(), rate(), cpu(), peakMemory, used.foreignCores());
    }

    /** Writes all of it. */
    void write(ObjectNode json) {
        json.put("part", part)
                .put("engine", engine)
                .put("round", round)
                .put("repeat", repeat)
                .put("warm", warm())
                .put("records", records)
                .put("seconds", used.seconds())
                .put("recordsPerSecond", rate())
                .put("cpuPerMillion", cpu())
                .put("brokerCpuPerMillion", perMillion(used.broker()))
                .put("loadCpuPerMillion", perMillion(used.own()))
                .put("peakMemoryMiB", peakMemory)
                .put("foreignCores", used.foreignCores());
    }

    /** Whether the other one was measured beside this one, and so at the same load of the machine. */
    boolean isBeside(Measurement other) {
        return part.equals(other.part) && round == other.round && repeat == other.repeat;
    }
}
