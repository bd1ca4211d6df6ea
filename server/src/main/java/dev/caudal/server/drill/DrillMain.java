package dev.caudal.server.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.s3.restore.RestoreListener;
import dev.caudal.server.definition.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process of a drill, since there is only one platform in a process. It tells a line of JSON for each thing that a
 * {@link RestoreListener} hears, at last the result, and ends when its input does: then whoever wanted the drill is gone.
 */
public final class DrillMain {
    /** What lines begin with; libraries may print others. */
    static final String MARK = "drill ";

    static final String NOTE = "note";
    static final String PLANNED = "planned";
    static final String SENT = "sent";
    static final String RESULT = "result";
    static final String FAILURE = "failure";

    private DrillMain() {}

    /**
     * Runs a drill.
     *
     * @param arguments an empty folder, and how many records
     */
    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var watch = new Thread(() -> endWithInput(folder), "input");
        watch.setDaemon(true);
        watch.start();
        int code = 0;
        try {
            var result = new Drill(folder, Integer.parseInt(arguments[1]), new Teller(out)).run();
            tell(out, Json.MAPPER.createObjectNode().set(RESULT, Json.MAPPER.valueToTree(result)));
        } catch (Exception e) {
            e.printStackTrace();
            tell(out, Json.MAPPER.createObjectNode().put(FAILURE, String.valueOf(e.getMessage())));
            code = 1;
        } finally {
            Drill.stopServers(folder);
        }
        System.exit(code);
    }

    private static void endWithInput(Path folder) {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said to it.
            }
        } catch (IOException e) {
            // It is gone, too.
        }
        Drill.stopServers(folder);
        Runtime.getRuntime().halt(1);
    }

    private static void tell(PrintStream out, ObjectNode line) {
        out.println(MARK + line);
    }

    /** Records are told of by the thousand, as each would be a line. */
    private static final class Teller implements RestoreListener {
        private static final int STEP = 1_000;

        private final PrintStream out;
        private long untold;

        Teller(PrintStream out) {
            this.out = out;
        }

        @Override
        public void planned(long records) {
            tell(out, Json.MAPPER.createObjectNode().put(PLANNED, records));
        }

        @Override
        public synchronized void note(String text) {
            tellSent();
            tell(out, Json.MAPPER.createObjectNode().put(NOTE, text));
        }

        @Override
        public synchronized void sent(long records) {
            untold += records;
            if (untold >= STEP) {
                tellSent();
            }
        }

        private void tellSent() {
            tell(out, Json.MAPPER.createObjectNode().put(SENT, untold));
            untold = 0;
        }
    }
}
