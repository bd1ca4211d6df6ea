package dev.caudal.cli;

import dev.caudal.server.endpoint.EndpointTypes;
import picocli.CommandLine;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Adds a command for each type of endpoints, with an option for each of its fields. */
final class EndpointCreateTypes implements IModelTransformer {
    private final Caudal root;

    EndpointCreateTypes(Caudal root) {
        this.root = root;
    }

    @Override
    public CommandSpec transform(CommandSpec create) {
        for (var type : EndpointTypes.ALL) {
            var spec = CommandSpec.forAnnotatedObject(new EndpointCreateTypeCommand(root, type));
            spec.usageMessage()
                    .description(
                            "Create an endpoint for %s.".formatted(type.label().en()));
            type.fields().forEach(field -> spec.addOption(FieldOption.of(field)));
            create.addSubcommand(type.name(), new CommandLine(spec));
        }
        return create;
    }
}
