package dev.caudal.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The results of the REST proxy for programs. */
final class RestJson {
    private RestJson() {}

    /** Everything that was measured, and with what. */
    static ObjectNode of(Measurements measurements, RestSettings settings) {
        var json = JsonReport.begin();
        var used = json.putObject("settings");
        used.put("recordBytes", SampleRecords.BYTES)
                .put("partitions", RestProduce.PARTITIONS)
                .put("rounds", settings.rounds())
                .put("repeats", settings.repeats());
        var connections = used.putObject("connections");
        settings.parts().forEach(part -> connections.put(Words.of(part), part.connections()));
        JsonReport.add(json, measurements, RestFigures.of(measurements));
        return json;
    }
}
