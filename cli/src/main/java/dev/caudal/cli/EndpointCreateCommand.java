package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Creates endpoints, by a command for each type. */
@Command(
        name = "create",
        description = "Create an endpoint. 'caudal endpoint create TYPE --help' shows the fields of a type.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "TYPE",
        modelTransformer = EndpointCreateTypes.class,
        footer = {
            "",
            "Examples:",
            "  caudal endpoint create mysql --name world-db --host db.example.com --user caudal --password-file FILE",
            "  caudal endpoint create kafka --name msk --bootstrap-servers b-1.example.com:9096 --security sasl-scram \\",
            "    --user caudal --password-file FILE"
        })
final class EndpointCreateCommand {}
