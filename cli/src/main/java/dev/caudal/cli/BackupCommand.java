package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Backups of topics in buckets. */
@Command(
        name = "backup",
        description = "Back topics and consumer groups up into a bucket; look at backups and verify them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BackupCreateCommand.class,
            BackupListCommand.class,
            BackupBrowseCommand.class,
            BackupVerifyCommand.class
        })
final class BackupCommand {}
