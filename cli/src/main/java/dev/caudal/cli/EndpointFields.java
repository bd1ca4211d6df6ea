package dev.caudal.cli;

import dev.caudal.server.endpoint.EndpointType;
import dev.caudal.server.endpoint.EndpointTypes;
import dev.caudal.server.endpoint.Field;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Adds an option for each field that some type of endpoints has: a command that has a name only learns the type from the server. */
final class EndpointFields implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
        all().forEach(field ->
                command.addOption(FieldOption.of(field, field.label().en() + " (" + types(field) + ").")));
        return command;
    }

    /** The fields of all types, each name once. */
    static Collection<Field> all() {
        var fields = new LinkedHashMap<String, Field>();
        EndpointTypes.ALL.forEach(type -> type.fields().forEach(field -> fields.putIfAbsent(field.name(), field)));
        return fields.values();
    }

    private static String types(Field field) {
        return EndpointTypes.ALL.stream()
                .filter(type ->
                        type.fields().stream().anyMatch(each -> each.name().equals(field.name())))
                .map(EndpointType::name)
                .collect(Collectors.joining(", "));
    }
}
