package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Buckets of an object store. */
@Command(
        name = "bucket",
        description = "List, create and delete buckets, of the local object store or of any other with the API of S3.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BucketListCommand.class, BucketCreateCommand.class, BucketDeleteCommand.class})
final class BucketCommand {}
