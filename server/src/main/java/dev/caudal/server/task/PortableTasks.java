package dev.caudal.server.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.replicate.TableRules;
import dev.caudal.server.definition.Change;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Kind;
import dev.caudal.server.definition.Names;
import dev.caudal.server.definition.Portable;
import dev.caudal.server.definition.View;
import java.util.Arrays;
import java.util.stream.Stream;

/** Tasks in a file of definitions. */
public final class PortableTasks implements Portable<TaskDefinition> {
    /** Those of any platform. */
    public PortableTasks() {}

    @Override
    public String member() {
        return "tasks";
    }

    @Override
    public Kind<TaskDefinition> kind() {
        return TaskKind.TASK;
    }

    @Override
    public Change<TaskDefinition> change(JsonNode body, View there) {
        var definition = TaskJson.parse(body);
        return Change.put(TaskKind.TASK, Names.check(body.path("name").asText("")), definition);
    }

    @Override
    public ObjectNode schema() {
        var schema = object();
        schema.putArray("required").add("name");
        var properties = schema.putObject("properties");
        text(properties, "name").put("minLength", 1).put("maxLength", Names.LONGEST);
        text(properties, "description");
        properties.putObject("profile").put("const", TaskDefinition.PROFILE);
        endpoint(properties, "source");
        endpoint(properties, "target");
        properties.putObject("fullLoad").put("type", "boolean").put("default", true);
        properties.putObject("applyChanges").put("type", "boolean").put("default", true);
        properties.set("tables", tables());
        properties.putObject("tableSettings").put("type", "object").set("additionalProperties", tableSettings());
        properties.putObject("tableRules").put("type", "array").set("items", tableRule());
        var values = properties.putObject("settings").put("type", "object").putObject("additionalProperties");
        values.putArray("type").add("string").add("number").add("boolean");
        return schema;
    }

    private static ObjectNode tables() {
        var tables = object();
        var properties = tables.putObject("properties");
        var included = object();
        included.putArray("required").add("pattern");
        var fields = included.putObject("properties");
        text(fields, "pattern").put("pattern", "^[^.,]+[.][^,]+$");
        var orders =
                text(fields, "order").put("default", LoadOrder.NORMAL.text()).putArray("enum");
        Arrays.stream(LoadOrder.values()).map(LoadOrder::text).forEach(orders::add);
        var either = properties
                .putObject("include")
                .put("type", "array")
                .putObject("items")
                .putArray("oneOf");
        either.addObject().put("type", "string");
        either.add(included);
        properties.putObject("exclude").put("type", "array").putObject("items").put("type", "string");
        return tables;
    }

    private static ObjectNode tableSettings() {
        var settings = object();
        var properties = settings.putObject("properties");
        names(properties, "exclude");
        texts(properties, "rename");
        texts(properties, "compute");
        names(properties, "key");
        text(properties, "where").put("minLength", 1);
        text(properties, "topic").put("minLength", 1);
        properties.putObject("partition").put("type", "integer").put("minimum", 0);
        return settings;
    }

    private static ObjectNode tableRule() {
        var rule = object();
        rule.putArray("required").add("rule");
        var properties = rule.putObject("properties");
        TableRules.KINDS.forEach(text(properties, "rule").putArray("enum")::add);
        text(properties, "tables").put("pattern", "^[^.]+[.].+$").put("default", "%.%");
        Stream.of("columns", "to", "column", "expression")
                .forEach(name -> text(properties, name).put("minLength", 1));
        text(properties, "letters").putArray("enum").add("keep").add("lower").add("upper");
        return rule;
    }

    private static void texts(ObjectNode properties, String name) {
        properties
                .putObject(name)
                .put("type", "object")
                .putObject("additionalProperties")
                .put("type", "string");
    }

    private static void names(ObjectNode properties, String name) {
        properties.putObject(name).put("type", "array").putObject("items").put("type", "string");
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
    }

    private static ObjectNode text(ObjectNode properties, String name) {
        return properties.putObject(name).put("type", "string");
    }

    private static void endpoint(ObjectNode properties, String name) {
        properties.putObject(name).putArray("type").add("string").add("null");
    }
}
