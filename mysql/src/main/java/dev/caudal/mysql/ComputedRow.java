package dev.caudal.mysql;

import dev.caudal.core.Destination;
import dev.caudal.core.JsonBytes;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a table give for one row: all of it is found before anything is written, so that a row that
 * fails leaves nothing behind. Reused from row to row; not safe for use by several threads.
 */
final class ComputedRow {

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    private final RowExpressions expressions;
    private final byte[][] columns;
    private final JsonBytes scratch = new JsonBytes(64);
    private byte @Nullable [] key;
    private @Nullable Destination destination;

    ComputedRow(RowExpressions expressions) {
        this.expressions = expressions;
        this.columns = new byte[expressions.columns().size()][];
    }

    /**
     * Evaluates a row.
     *
     * @return whether it is sent
     * @throws RowException if an expression fails for it
     */
    boolean accepts(RowValues row) {
        if (expressions.isEmpty()) {
            return true;
        }
        if (!expressions.accepts(row)) {
            return false;
        }
        for (int number = 0; number < columns.length; number++) {
            scratch.clear();
            expressions.columns().get(number).of(row).json(scratch);
            columns[number] = scratch.toByteArray();
        }
        key = expressions.key().map(it -> text(it.of(row))).orElse(null);
        destination = destination(row);
        return true;
    }

    private byte @Nullable [] text(SqlValue value) {
        scratch.clear();
        return value.text(scratch) ? scratch.toByteArray() : null;
    }

    private @Nullable Destination destination(RowValues row) {
        String topic = expressions.topic().map(it -> topic(it, it.of(row))).orElse("");
        int partition =
                expressions.partition().map(it -> partition(it, it.of(row))).orElse(Destination.BY_KEY);
        if (topic.isEmpty() && partition == Destination.BY_KEY) {
            return null;
        }
        Destination there = new Destination(topic, partition);
        expressions.destinations().refusal(there).ifPresent(why -> {
            RowExpression sends = expressions.partition().or(expressions::topic).orElseThrow();
            throw sends.failed(why, null);
        });
        return there;
    }

    /** NULL is the table's own topic. */
    private static String topic(RowExpression expression, SqlValue value) {
        if (value.object() == null) {
            return "";
        }
        String topic = String.valueOf(value.object());
        if (!TOPIC.matcher(topic).matches() || topic.equals(".") || topic.equals("..")) {
            throw expression.failed(
                    "'" + topic + "' is no topic, which has 1 to 249 letters a-z, digits, dots, '-' and '_'.", null);
        }
        return topic;
    }

    /** NULL is the partition of the key. */
    private static int partition(RowExpression expression, SqlValue value) {
        if (value.object() == null) {
            return Destination.BY_KEY;
        }
        if (value.object() instanceof Integer number && number >= 0) {
            return number;
        }
        throw expression.failed("'" + value.object() + "' is no partition, which is a whole number from 0 on.", null);
    }

    /** Writes the value of the computed column with a number. */
    void json(int number, JsonBytes out) {
        out.raw(columns[number]);
    }

    /** Whether a computed column has another value in {@code other}. */
    boolean differs(ComputedRow other, int number) {
        return !Arrays.equals(columns[number], other.columns[number]);
    }

    /** Whether the key is computed. */
    boolean hasKey() {
        return expressions.key().isPresent();
    }

    /** The text of the computed key; null where that is NULL. */
    byte @Nullable [] key() {
        return key;
    }

    /** Where the row goes, if not where its table goes. */
    @Nullable Destination destination() {
        return destination;
    }
}
