package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what is measured of a cluster. */
@Command(
        name = "metrics",
        description = {
            "Show what is measured of a cluster, by the names of Amazon MSK's metrics, and its alarms.",
            "The cluster's monitoring level says how much; -o json has also the last events."
        },
        mixinStandardHelpOptions = true)
final class ClusterMetricsCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    ClusterMetricsCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (msk.isAmazon()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Metrics of Amazon MSK are in CloudWatch: aws cloudwatch get-metric-data, namespace AWS/Kafka.");
        }
        var arn = msk.call(client -> MskOptions.arn(client, cluster.text()));
        var json = msk.api()
                .get("/caudal/v1/clusters/%s/metrics".formatted(URLEncoder.encode(arn, StandardCharsets.UTF_8)));
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(json.toPrettyString());
            out.flush();
        } else {
            print(json);
        }
        return ExitCode.OK;
    }

    private void print(JsonNode json) {
        var table = new Table("METRIC", "OF", "VALUE", "UNIT");
        for (var metric : json.path("metrics")) {
            table.row(
                    metric.path("name").asText(),
                    of(metric.path("dimensions")),
                    "%.4f".formatted(metric.path("value").asDouble()).replaceFirst("\\.?0+$", ""),
                    metric.path("unit").asText());
        }
        table.print(root.terminal().out());
        json.path("sessions")
                .properties()
                .forEach(each -> root.terminal()
                        .note("Broker %s: %s"
                                .formatted(each.getKey(), each.getValue().asText())));
        for (var alarm : json.path("alarms")) {
            root.terminal()
                    .note("ALARM %s: %s"
                            .formatted(
                                    alarm.path("alarm").asText(),
                                    alarm.path("text").asText()));
        }
    }

    private static String of(JsonNode dimensions) {
        var all = new ArrayList<String>();
        dimensions
                .properties()
                .forEach(each -> all.add("%s %s"
                        .formatted(
                                each.getKey().toLowerCase(Locale.ROOT).replace(" id", ""),
                                each.getValue().asText())));
        return String.join(", ", all);
    }
}
