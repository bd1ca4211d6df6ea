package dev.caudal.server.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.AtMessage;
import dev.caudal.core.ChangeSequence;
import dev.caudal.core.LogTransaction;
import dev.caudal.core.Operation;
import dev.caudal.core.StreamPositionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A message taken apart: its columns before and after, and what its headers say. */
public final class Explanation {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtMessage message;

    private Explanation(AtMessage message) {
        this.message = message;
    }

    /**
     * Takes a message apart.
     *
     * @param message the message
     * @param table {@code schema.table}, where that is known
     * @return {@code operation}, {@code table}, {@code columns} and, but for a row of the full load, the headers with
     *     their parts; a header that is of another database's form has its text and why it is not understood
     * @throws IllegalArgumentException if a mask does not fit the number of columns
     */
    public static ObjectNode of(AtMessage message, Optional<String> table) {
        return new Explanation(message).tree(table);
    }

    private ObjectNode tree(Optional<String> table) {
        var headers = message.headers();
        var tree = JSON.createObjectNode().put("operation", headers.operation().name());
        table.ifPresent(name -> tree.put("table", name));
        columns(tree);
        if (headers.operation() != Operation.REFRESH) {
            tree.put("timestamp", headers.timestamp());
            part(tree, "changeSequence", headers.changeSequence(), Explanation::sequence);
            part(tree, "streamPosition", headers.streamPosition(), Explanation::position);
            part(tree, "transactionId", headers.transactionId(), Explanation::transaction);
            tree.put("changeMask", headers.changeMask());
            tree.put("columnMask", headers.columnMask());
            tree.put("transactionEventCounter", headers.transactionEventCounter());
            tree.put("transactionLastEvent", headers.transactionLastEvent());
        }
        return tree;
    }

    private void columns(ObjectNode tree) {
        var changed = message.changedColumns();
        var present = message.headers().columnMask() == null ? names() : message.presentColumns();
        var columns = tree.putArray("columns");
        for (var name : names()) {
            var column = columns.addObject().put("name", name);
            column.set("old", old(name));
            column.set("new", message.headers().operation() == Operation.DELETE ? NullNode.instance : now(name));
            column.put("changed", changed.contains(name)).put("present", present.contains(name));
        }
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        message.data().fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode now(String name) {
        return message.data().path(name);
    }

    /** A DELETE carries the row that is gone as its data. */
    private JsonNode old(String name) {
        if (message.headers().operation() == Operation.DELETE) {
            return now(name);
        }
        var before = message.beforeData();
        var value = before == null ? null : before.get(name);
        return value == null ? NullNode.instance : value;
    }

    /** A header with its parts; one of another database's form has its text only. */
    private static void part(ObjectNode tree, String name, String text, Function<String, ObjectNode> parts) {
        var part = tree.putObject(name).put("text", text);
        try {
            part.setAll(parts.apply(text));
        } catch (IllegalArgumentException e) {
            part.put("unknown", String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode sequence(String text) {
        var sequence = ChangeSequence.parse(text);
        var digits = String.format(Locale.ROOT, "%016d", sequence.time());
        var time = digits.replaceFirst("(....)(..)(..)(..)(..)(..)(..)", "$1-$2-$3T$4:$5:$6.$7Z");
        return JSON.createObjectNode().put("time", time).put("number", Long.parseLong(text.substring(digits.length())));
    }

    private static ObjectNode position(String text) {
        var position = StreamPositionText.parse(text);
        var parts = JSON.createObjectNode()
                .put("file", position.file())
                .put("rowsEvent", position.rowsEvent())
                .put("row", position.row())
                .put("rowsEventEnd", position.rowsEventEnd());
        parts.set("transaction", transaction(position.transaction()));
        return parts.put("tableMapFile", position.tableMapFile()).put("tableMap", position.tableMap());
    }

    private static ObjectNode transaction(String text) {
        return transaction(LogTransaction.parseId(text));
    }

    private static ObjectNode transaction(LogTransaction transaction) {
        return JSON.createObjectNode()
                .put("fileNumber", transaction.fileNumber())
                .put("offset", transaction.offset());
    }
}
