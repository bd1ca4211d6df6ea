package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a source before a task starts, and says all at once what it lacks. */
public final class Preflight {

    /** How much a finding matters. */
    public enum Severity {
        /** The task cannot work. */
        ERROR,
        /** The task works, but not under all circumstances. */
        WARNING
    }

    /**
     * One thing that the source lacks.
     *
     * @param severity how much it matters
     * @param what what is wrong, with names and values
     * @param remedy the statement or setting that mends it
     * @param unfit the table without which the task would work, where it is one
     */
    public record Finding(Severity severity, String what, String remedy, Optional<TableId> unfit) {

        static Finding error(String what, String remedy) {
            return new Finding(Severity.ERROR, what, remedy, Optional.empty());
        }

        static Finding warning(String what, String remedy) {
            return new Finding(Severity.WARNING, what, remedy, Optional.empty());
        }

        static Finding unfit(TableId table, String what, String remedy) {
            return new Finding(Severity.ERROR, what, remedy, Optional.of(table));
        }
    }

    private Preflight() {}

    /**
     * Checks settings of the server, rights of the user and the tables; changes nothing. Blocks for a few round trips.
     *
     * @return what is lacking, empty where all is well
     * @throws SourceException if the server cannot be reached or does not let the user in
     */
    public static List<Finding> check(SourceConfig config) {
        List<Finding> findings = new ArrayList<>();
        try (SourceConnection connection = SourceConnection.open(config.address())) {
            if (config.applyChanges()) {
                findings.addAll(new PreflightSettings(connection, config).findings());
            }
            PreflightGrants grants = new PreflightGrants(connection);
            findings.addAll(grants.findings(config));
            Catalog catalog = new Catalog(connection);
            catalog.names().twice(config.tables(), config.address()).ifPresent(findings::add);
            for (TableId table : config.tables()) {
                if (grants.mayRead(table)) {
                    findings.addAll(tableFindings(catalog, table, config.shape(table)));
                }
            }
        }
        return List.copyOf(findings);
    }

    private static List<Finding> tableFindings(Catalog catalog, TableId table, TableShape shape) {
        String engine = catalog.engine(table).orElse("");
        if (engine.isEmpty()) {
            return List.of(Finding.unfit(
                    table,
                    "The table " + table + " does not exist (or is a view).",
                    catalog.otherwise(table, "Create it, or take it out of the selected tables.")));
        }
        List<Finding> findings = new ArrayList<>();
        if (!engine.equalsIgnoreCase("InnoDB")) {
            findings.add(Finding.error(
                    "The table " + table + " uses the engine " + engine + ", which has no snapshots.",
                    "ALTER TABLE " + Epoch.tableName(table) + " ENGINE=InnoDB;"));
        }
        try {
            TableStructure structure = catalog.structure(table);
            shapeError(structure, shape)
                    .ifPresent(error -> findings.add(Finding.error(error, "Change the settings of " + table + ".")));
        } catch (SourceException e) {
            findings.add(Finding.unfit(
                    table, String.valueOf(e.getMessage()), "Take " + table + " out of the selected tables."));
        }
        return findings;
    }

    private static Optional<String> shapeError(TableStructure structure, TableShape shape) {
        try {
            OutputRow.check(structure, shape);
            return Optional.empty();
        } catch (SourceException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
